import { createRequire } from "node:module";
import { CommanderError } from "commander";
import { testsigmaApi } from "../api/api.js";
import { isThisMachine } from "../request/check-host.js";
import { bufferedWriter } from "./buffered-writer.js";
import { createProgram, type Handlers } from "./create-program.js";
import { describeOperations } from "./describe-operations.js";
import { requestLog } from "./request-log.js";
import { whenParentEnds } from "./when-parent-ends.js";

/** The time that open requests have to finish after the first signal, in milliseconds. */
const shutdownGraceMs = 10_000;

const serve: Handlers["serve"] = async (options, { verbose }) => {
  const { listen } = await import("../start-mock.js");
  const write = bufferedWriter((text) => process.stdout.write(text));
  const mock = await listen(options, { observe: requestLog(write, verbose) });
  write(`${describeOperations(testsigmaApi)}\nThe mock listens at ${mock.url} (Ctrl-C stops it).\n`);
  if (!isThisMachine(options.host ?? "localhost")) write(`Other machines can call it too (--host ${options.host}).\n`);
  const close = () => {
    setTimeout(() => process.exit(1), shutdownGraceMs).unref();
    void mock.close();
  };
  whenParentEnds(close);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      process.once(signal, () => process.exit(1));
      close();
    });
  }
};

const prism: Handlers["prism"] = async (args) => {
  const { runPrism } = await import("./run-prism.js");
  process.exitCode = await runPrism(args);
};

// A reader of the log, such as `head`, may exit early; the mock keeps running.
process.stdout.on("error", () => {});

const { version } = createRequire(import.meta.url)("@testsigma-tms/mock/package.json") as { version: string };

try {
  await createProgram(version, { serve, prism }).parseAsync();
} catch (error) {
  process.exitCode = exitCodeFor(error as Error);
}

/** Prints the error, unless Commander has. Returns 2 for wrong usage, 1 for any other error, and 0 after `--help`. */
function exitCodeFor(error: Error): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const isUsage = error instanceof TypeError;
  process.stderr.write(`error: ${error.message}\n${isUsage ? "See testsigma-tms-mock --help.\n" : ""}`);
  return isUsage ? 2 : 1;
}
