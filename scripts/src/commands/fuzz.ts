import { type Command, InvalidArgumentError } from "commander";
import { x } from "tinyexec";
import { repository } from "../repository.ts";
import { runQuietly } from "../turbo/run-quietly.ts";

const tests = [
  { folder: "test/faults", file: "test/any-response.test.ts" },
  { folder: "packages/mock", file: "test/hostile-requests.test.ts" },
];

export function addFuzzCommand(program: Command): void {
  program
    .command("fuzz")
    .description("Send random responses to the client and random requests to the mock, far more than the tests do.")
    .option("--runs <count>", "how many for each property", parseCount, 100_000)
    .addHelpText("after", "\nA failure prints what was sent: fix the code, and add it to the corpus beside the test.")
    .action(fuzz);
}

async function fuzz({ runs }: { runs: number }): Promise<void> {
  const build = await runQuietly(
    ["build"],
    tests.map(({ folder }) => `--filter=./${folder}^...`),
  );
  if (build.exitCode !== 0) process.exit(1);
  for (const { folder, file } of tests) {
    const vitest = await x("pnpm", ["--silent", "-C", folder, "exec", "vitest", "run", file, "--testTimeout=0"], {
      nodeOptions: { cwd: repository, stdio: "inherit", env: { FUZZ_RUNS: String(runs) } },
    });
    process.exitCode = vitest.exitCode || process.exitCode;
  }
}

function parseCount(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Allowed: a whole number from 1.");
}
