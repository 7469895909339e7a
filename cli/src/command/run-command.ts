import { CommanderError } from "commander";
import { messageOf, UsageError } from "../errors.js";
import { plainText } from "../text/plain-text.js";
import { exitCodeOf, exitCodes } from "../verdict/verdict.js";
import { type CommandIo, Interruption, withSafeOutput } from "./command-io.js";
import { createProgram } from "./program.js";

/** Runs the command line and returns the exit code. `args` are those after the program's name. */
export async function runCommand(args: readonly string[], rawIo: CommandIo): Promise<number> {
  const isCompletion = args[0] === "completion" || args[0] === "complete";
  const separator = isCompletion ? -1 : args.indexOf("--");
  const ownArgs = separator < 0 ? args : args.slice(0, separator);
  const io = withSafeOutput({ ...rawIo, isDebug: ownArgs.includes("--debug") });
  const testCommand = separator < 0 ? [] : args.slice(separator + 1);
  let exitCode: number | undefined;
  const done = (code: number) => {
    exitCode = code;
  };
  try {
    // It would become part of a URL or of a title.
    if (ownArgs.some((arg) => io.hideKey(arg) !== arg)) throw new UsageError(keyInArguments);
    const program = createProgram({ io, testCommand, isCompletion, done });
    await program.parseAsync(ownArgs, { from: "user" });
    return exitCode ?? exitCodes.unknown;
  } catch (error) {
    const code = codeOf(error, io);
    const isShown = error instanceof CommanderError;
    const stack = io.isDebug && error instanceof Error ? error.stack : undefined;
    if (!isShown) io.writeError(`${plainText(stack ?? messageOf(error))}\n`);
    const isJson = ownArgs.includes("--json") || /^(?:1|true|yes|on)$/i.test(io.environment.TESTSIGMA_JSON ?? "");
    if (isJson && code !== exitCodes.done) {
      io.writeOut(
        `${JSON.stringify({ error: plainText(messageOf(error)).replace(/^error: /, ""), exit_code: code }, undefined, 2)}\n`,
      );
    }
    return code;
  }
}

const keyInArguments =
  "an argument contains the API key, where other processes can read it; set TESTSIGMA_API_KEY instead; nothing was sent";

function codeOf(error: unknown, { signal }: CommandIo): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  if (signal.aborted && signal.reason instanceof Interruption) return signal.reason.exitCode;
  return exitCodeOf(error);
}
