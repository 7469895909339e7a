import { createRequire } from "node:module";
import { CommanderError } from "commander";
import { type Api, testsigmaApi } from "../api.js";
import { transportScenarios } from "../choose/transport-scenarios.js";
import { isThisMachine } from "../http/hosts.js";
import { createProgram, type Handlers } from "./create-program.js";
import { bufferedWriter, requestLog } from "./request-log.js";

/** The time that open requests have to finish after the first signal, in milliseconds. */
const shutdownGraceMs = 10_000;

const serve: Handlers["serve"] = async (options, { verbose }) => {
  const { listen } = await import("../doors/start-mock.js");
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

/** Lists the operations of the API with their scenarios, as text for a terminal. */
function describeOperations({ operations, basePaths }: Api): string {
  const counts = new Map<string, number>();
  for (const name of operations.flatMap(({ scenarios }) => [...scenarios.keys()])) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  // Scenarios that most operations have are named only once.
  const common = [...counts].filter(([, count]) => count > operations.length / 2).map(([name]) => name);

  const width = Math.max(...operations.map(({ path }) => path.length));
  const lines = operations.map(({ method, path, id, scenarios }) => {
    const special = [...scenarios.keys()].filter((name) => !common.includes(name)).join(", ");
    return `  ${method.padEnd(7)}${basePaths[0]}${path.padEnd(width)}  ${id}${special && `: ${special}`}`;
  });
  return `${lines.join("\n")}

Scenarios of most operations: ${common.join(", ")}
Scenarios of every operation: ${transportScenarios.join(", ")}
`;
}

/** The interval between checks of the parent, in milliseconds. */
const parentCheckMs = 500;

/**
 * Calls back once the process that started this one has ended, if a package manager started it: `kill` ends npx and its
 * shell, but a shell does not forward the signal. A server started directly by a shell keeps running, as with `nohup`.
 */
function whenParentEnds(callback: () => void): void {
  if (process.env.npm_execpath === undefined || process.platform === "win32") return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback();
  }, parentCheckMs);
  timer.unref();
}

const prism: Handlers["prism"] = async (args) => {
  const { runPrism } = await import("./run-prism.js");
  process.exitCode = await runPrism(args, whenParentEnds);
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
