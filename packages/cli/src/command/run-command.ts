import { CommanderError } from "commander";
import { messageOf } from "../errors/upload-error.js";
import { plainText } from "../text/plain-text.js";
import { exitCodeOf, exitCodes } from "../verdict/verdict.js";
import { type CommandIo, withInertOutput } from "./command-io.js";
import { Interruption } from "./interruption.js";
import { createProgram } from "./program.js";
import { addApi } from "./verbs/api.js";
import { addCompletion } from "./verbs/completion.js";

/** Runs the command line and returns the exit code. `args` are those after the program's name. */
export async function runCommand(args: readonly string[], rawIo: CommandIo): Promise<number> {
  const io = withInertOutput(rawIo);
  const isCompletion = args[0] === "completion" || args[0] === "complete";
  const separator = isCompletion ? -1 : args.indexOf("--");
  const ownArgs = separator < 0 ? args : args.slice(0, separator);
  const testCommand = separator < 0 ? [] : args.slice(separator + 1);
  let exitCode: number | undefined;
  const done = (code: number) => {
    exitCode = code;
  };
  try {
    const program = createProgram({ io, testCommand, done });
    // The 45 operations are added only if they are needed, so that other commands start quickly.
    addApi(program, { io, done, withOperations: isCompletion || args.includes("api") });
    addCompletion(program, { isCalled: isCompletion, done });
    await program.parseAsync(ownArgs, { from: "user" });
    return exitCode ?? exitCodes.unknown;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    if (io.signal.aborted && io.signal.reason instanceof Interruption) return io.signal.reason.exitCode;
    const stack = ownArgs.includes("--debug") && error instanceof Error ? error.stack : undefined;
    const text = stack ?? messageOf(error);
    io.writeError(`${plainText(text)}\n`);
    return exitCodeOf(error);
  }
}
