import { CommanderError } from "commander";
import { exitCodes } from "../verdict/exit-codes.js";
import type { CommandIo } from "./command-io.js";
import { Interruption } from "./interruption.js";
import { createProgram } from "./program.js";

/** Runs the command line and returns the exit code. `args` are those after the program's name. */
export async function runCommand(args: readonly string[], io: CommandIo): Promise<number> {
  const isCompletion = args[0] === "completion" || args[0] === "complete";
  const separator = isCompletion ? -1 : args.indexOf("--");
  const ownArgs = separator < 0 ? args : args.slice(0, separator);
  const testCommand = separator < 0 ? [] : args.slice(separator + 1);
  let exitCode: number = exitCodes.done;
  const done = (code: number) => {
    exitCode = code;
  };
  try {
    const program = createProgram(io, testCommand, done);
    const listed = (usage: string, description: string) => program.command(usage).description(description);
    // What only these verbs need is loaded for them alone; help shows one line of each.
    if (isCompletion || args[0] === "api") (await import("./verbs/add-api.js")).addApi(program, io, done);
    else listed("api <operationId>", "call any operation of the API, and print its response as JSON");
    if (isCompletion) (await import("./verbs/add-completion.js")).addCompletion(program);
    else listed("completion <shell>", "print a completion script for bash, zsh, fish or powershell");
    await program.parseAsync(ownArgs, { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    if (io.signal.aborted && io.signal.reason instanceof Interruption) return io.signal.reason.exitCode;
    io.writeError(`${error instanceof Error ? error.message : String(error)}\n`);
    const { exitCodeOf } = await import("../verdict/verdict.js");
    return exitCodeOf(error);
  }
}
