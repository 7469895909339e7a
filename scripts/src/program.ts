/** Every command of the root. */
import { Command } from "commander";
import { addCheckCommands } from "./commands/check.ts";
import { addDevCommand } from "./commands/dev.ts";
import { addFuzzCommand } from "./commands/fuzz.ts";
import { addGenerateCommand } from "./commands/generate.ts";
import { addPackageCommands } from "./commands/package-commands.ts";
import { addStartCommand } from "./commands/start.ts";
import { addTarballsCommand } from "./commands/tarballs.ts";
import { addTestCommands } from "./commands/test.ts";

const program = new Command("pnpm")
  .description("The commands of this repository. Each takes --help.")
  .usage("<command> [options]")
  .showHelpAfterError()
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));

addStartCommand(program);
addDevCommand(program);
addTestCommands(program);
addFuzzCommand(program);
addCheckCommands(program);
addGenerateCommand(program);
addTarballsCommand(program);
addPackageCommands(program);

// pnpm passes on the `--` of `pnpm start -- --help`.
const [command = "--help", ...args] = process.argv.slice(2);
await program.parseAsync([command, ...(args[0] === "--" ? args.slice(1) : args)], { from: "user" });
