import { relative } from "node:path";
import { Command } from "commander";
import { buildFirst } from "./build-first.ts";
import { repository } from "./repository.ts";

export interface CommandOptions {
  /**
   * The packages that are built before an action runs, as Turborepo's filters. Wrong options and `--help` build
   * nothing, so actions import modules that need a build late. Only a command that pnpm started builds: tests start
   * commands with Node and already have what they need. @default the dependencies of the package in the current folder
   */
  builds?: string[];
}

/**
 * Creates a command of the root. Wrong options end it with exit code 2 and the help.
 *
 * @param name the words after `pnpm`. @default none: the commands of this program are added to it
 */
export function createCommand(
  name = "",
  description = "",
  { builds = [dependenciesOfThisPackage()] }: CommandOptions = {},
): Command {
  return new Command(`pnpm ${name}`.trim())
    .description(description)
    .showHelpAfterError()
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
    .hook("preAction", async () => {
      const isStartedByPnpm = process.env.npm_lifecycle_event !== undefined;
      if (builds.length === 0 || !isStartedByPnpm || (await buildFirst(builds))) return;
      console.error("\nThe build failed. Fix the error above.");
      process.exit(1);
    });
}

function dependenciesOfThisPackage(): string {
  return `./${relative(repository, process.cwd()).replaceAll("\\", "/")}^...`;
}
