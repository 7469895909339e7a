import { spawn } from "node:child_process";
import { constants } from "node:os";
import { UsageError } from "../../verdict/usage-error.js";
import type { CommandIo } from "../command-io.js";

/**
 * Runs the test command to its end and returns its exit code; one that a signal ended counts as 128 plus the signal, as in a
 * shell. What it prints goes to standard error, because standard output is for programs.
 *
 * @throws {UsageError} when it cannot be started
 */
export function runTestCommand([file = "", ...args]: readonly string[], io: CommandIo): Promise<number> {
  const { cwd, environment, signal } = io;
  return new Promise((resolve, reject) => {
    // Commands such as npx are scripts on Windows, which only a shell starts.
    const shell = process.platform === "win32";
    const child = spawn(file, args, {
      cwd,
      env: environment,
      shell,
      stdio: ["inherit", process.stderr, process.stderr],
    });
    const stop = () => child.kill("SIGTERM");
    signal.addEventListener("abort", stop, { once: true });
    child.on("error", ({ message }) => reject(new UsageError(`the test command cannot be started: ${message}`)));
    child.on("close", (code, endedBy) => {
      signal.removeEventListener("abort", stop);
      resolve(code ?? 128 + (endedBy ? constants.signals[endedBy] : 0));
    });
  });
}
