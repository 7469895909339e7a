/** `pnpm test`: runs the tests of every package through Turborepo and ends with their totals. */
import { deleteOldReports } from "./src/delete-old-reports.ts";
import { parseOptions } from "./src/parse-options.ts";
import { printTotals } from "./src/print-totals.ts";
import { repository } from "./src/repository.ts";
import { runCommand } from "./src/run-command.ts";
import { runTurbo } from "./src/run-turbo.ts";

const help = `Usage: pnpm test [options]

Runs the tests of every package and ends with the totals. A package of which nothing
changed, and nothing that it is built from, is answered from the cache.

  --filter <package>   only this package, "@testsigma-tms/client" for one (may be repeated)
  --force              run everything, without the cache
  -h, --help           show this text`;

await runCommand(async (args) => {
  const options = parseOptions(args, {
    filter: { type: "string", multiple: true, default: [] },
    force: { type: "boolean", default: false },
    help: { type: "boolean", short: "h" },
  });
  if (options.help) return console.log(help);

  await deleteOldReports(repository);
  const exitCode = await runTurbo([
    "test",
    "--continue=dependencies-successful",
    "--summarize",
    // More at once only make each other slow: every one keeps the processor busy.
    "--concurrency=100%",
    "--output-logs=new-only",
    ...options.filter.map((name) => `--filter=${name}`),
    ...(options.force ? ["--force"] : []),
  ]);
  await printTotals();
  process.exitCode ||= exitCode;
});
