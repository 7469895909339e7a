/** `pnpm test`: runs every test of every package and prints the totals. */
import { once } from "node:events";
import { glob } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createCommand } from "@testsigma-tms/support/create-command";
import { deleteGhosts } from "@testsigma-tms/support/delete-ghosts";
import { repository } from "@testsigma-tms/support/repository";
import { x } from "tinyexec";
import { deleteOldReports } from "./totals/delete-old-reports.ts";
import { printTotals } from "./totals/print-totals.ts";
import { packageNames, toTurboFilter } from "./turbo-filter.ts";

const names = await packageNames(repository);

await createCommand(
  "test",
  "Run every test, and end with the totals. Packages that did not change come from the cache.",
  { builds: [] },
)
  .option("--filter <package>", "only this package, such as client (may be repeated)", addFilter, [])
  .option("--force", "run everything, without the cache", false)
  .action(test)
  .parseAsync();

function addFilter(value: string, before: string[]): string[] {
  return [...before, toTurboFilter(value, names)];
}

async function test({ filter, force }: { filter: string[]; force: boolean }): Promise<void> {
  if (!(await canListen())) {
    console.error("Nothing was tested: the tests listen on 127.0.0.1, which this machine does not have.");
    process.exitCode = 1;
    return;
  }
  await deleteOldReports(repository);
  const turbo = fileURLToPath(import.meta.resolve("turbo/bin/turbo"));
  // Runs more packages than there are processors, because many tests wait for processes, sockets and timers.
  const args = ["run", "test", "--continue=dependencies-successful", "--concurrency=150%", "--summarize"];
  const options = [...filter.map((name) => `--filter=${name}`), ...(force ? ["--force"] : [])];
  const { exitCode } = await x(process.execPath, [turbo, ...args, ...options], {
    nodeOptions: { cwd: repository, stdio: "inherit", env: { TURBO_TELEMETRY_DISABLED: "1" } },
  });
  for await (const summary of glob(join(repository, ".turbo/runs/*.json"))) await deleteGhosts(repository, summary);
  await printTotals(repository);
  process.exitCode ||= exitCode ?? 1;
}

async function canListen(): Promise<boolean> {
  await using server = createServer().listen(0, "127.0.0.1");
  // Awaited here, so that the server is not closed earlier.
  return await once(server, "listening").then(
    () => true,
    () => false,
  );
}
