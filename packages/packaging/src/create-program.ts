import { Command } from "commander";

/** Commands of the root; wrong options end them with exit code 2 and the help. */
export function createProgram(): Command {
  return new Command("pnpm").showHelpAfterError().exitOverride(({ exitCode }) => process.exit(exitCode && 2));
}
