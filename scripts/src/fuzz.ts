/** `pnpm fuzz`: runs the tests with random input far more often than `pnpm test` does. */
import { join } from "node:path";
import { x } from "tinyexec";
import { createCommand } from "./create-command.ts";
import { repository } from "./repository.ts";
import { wholeNumber } from "./whole-number.ts";

const tests = [
  { folder: "test/faults", file: "any-response.test.ts" },
  { folder: "packages/mock", file: "test/hostile-requests.test.ts" },
];

await createCommand(
  "fuzz",
  "Send random responses to the client and random requests to the mock, far more than the tests do.",
  { builds: tests.map(({ folder }) => `./${folder}^...`) },
)
  .option(
    "--runs <count>",
    "how many for each of ten properties; the default takes 140 s of processor time",
    wholeNumber(),
    20_000,
  )
  .addHelpText("after", "\nA failure prints what was sent: fix the code, and add it to the corpus beside the test.")
  .action(async ({ runs }: { runs: number }) => {
    for (const { folder, file } of tests) {
      const vitest = await x(
        "pnpm",
        ["--silent", "exec", "vitest", "run", file, "--testTimeout=0", "--reporter=verbose"],
        {
          nodeOptions: { cwd: join(repository, folder), stdio: "inherit", env: { FUZZ_RUNS: String(runs) } },
        },
      );
      process.exitCode = vitest.exitCode || process.exitCode;
    }
  })
  .parseAsync();
