import { BuildError } from "./build-error.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Runs a command with the arguments it was given. What a person can mend is printed as a plain message: exit code 2 for
 * what was typed wrong, 1 for a build that failed. Anything else is a fault of ours and keeps its stack.
 */
export async function runCommand(command: (args: string[]) => Promise<void>): Promise<void> {
  try {
    await command(process.argv.slice(2));
  } catch (error) {
    const isExpected = error instanceof UsageError || error instanceof BuildError;
    console.error(isExpected ? error.message : error);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
