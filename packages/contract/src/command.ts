import { Command } from "commander";

/** A command of the root; wrong options end it with exit code 2 and the help. */
export function createCommand(name: string, description: string): Command {
  return new Command(`pnpm ${name}`)
    .description(description)
    .showHelpAfterError()
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));
}
