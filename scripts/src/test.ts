/** `pnpm test`: runs every test of every package and prints the totals. */
import { glob, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { x } from "tinyexec";
import { createCommand } from "./create-command.ts";
import { deleteGhosts } from "./delete-ghosts.ts";
import { filterOption } from "./filter-option.ts";
import { repository } from "./repository.ts";
import { printTotals } from "./totals.ts";

await createCommand(
  "test",
  "Run every test, and end with the totals. Packages that did not change come from the cache.",
  { builds: [] },
)
  .addOption(await filterOption("only this package, such as client"))
  .option("--force", "run everything, without the cache", false)
  .action(test)
  .parseAsync();

async function test({ filter, force }: { filter: string[]; force: boolean }): Promise<void> {
  // Reports of earlier runs must not be counted. Turborepo restores those of cached tasks.
  const old = glob(["{spec,cli,bench,scripts,packages/*,test/*}/reports", ".turbo/runs"], { cwd: repository });
  for await (const folder of old) await rm(join(repository, folder), { recursive: true });
  const turbo = fileURLToPath(import.meta.resolve("turbo/bin/turbo"));
  // Runs more packages than there are processors, because many tests wait for processes, sockets and timers.
  const args = ["run", "test", "--continue=dependencies-successful", "--concurrency=150%", "--summarize"];
  const options = [...filter.map((name) => `--filter=${name}`), ...(force ? ["--force"] : [])];
  const { exitCode } = await x(process.execPath, [turbo, ...args, ...options], {
    nodeOptions: { cwd: repository, stdio: "inherit", env: { TURBO_TELEMETRY_DISABLED: "1" } },
  });
  for await (const summary of glob(join(repository, ".turbo/runs/*.json"))) await deleteGhosts(repository, summary);
  await printTotals();
  process.exitCode ||= exitCode ?? 1;
}
