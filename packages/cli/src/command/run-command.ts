import { CommanderError } from "commander";
import { exitCodeOf, exitCodes } from "../verdict/verdict.js";
import type { CommandIo } from "./command-io.js";
import { Interruption } from "./interruption.js";
import { createProgram } from "./program.js";

/** Runs the command line and returns the exit code. `args` are those after the program's name. */
export async function runCommand(args: readonly string[], io: CommandIo): Promise<number> {
  const separator = args.indexOf("--");
  const ownArgs = separator < 0 ? args : args.slice(0, separator);
  const testCommand = separator < 0 ? [] : args.slice(separator + 1);
  let exitCode: number = exitCodes.done;
  try {
    const program = createProgram(io, testCommand, (code) => {
      exitCode = code;
    });
    await program.parseAsync(ownArgs, { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    if (io.signal.aborted && io.signal.reason instanceof Interruption) return io.signal.reason.exitCode;
    io.writeError(`${error instanceof Error ? error.message : String(error)}\n`);
    return exitCodeOf(error);
  }
}
