import { Command } from "commander";

/**
 * Creates a command of the root. Wrong options end it with exit code 2 and the help.
 *
 * @param name Its words after `pnpm`. @default none: the commands of this program are added to it
 */
export function createCommand(name = "", description = ""): Command {
  return new Command(`pnpm ${name}`.trim())
    .description(description)
    .showHelpAfterError()
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));
}
