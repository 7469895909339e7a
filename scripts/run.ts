/** Every command of the root's package.json: `node scripts/run.ts <command>`. */
import { Command } from "commander";
import { addCheckCommands } from "./src/commands/check.ts";
import { addDevCommand } from "./src/commands/dev.ts";
import { addGenerateCommand } from "./src/commands/generate.ts";
import { addPackageCommands } from "./src/commands/package-commands.ts";
import { addStartCommand } from "./src/commands/start.ts";
import { addTestCommands } from "./src/commands/test.ts";

const program = new Command("pnpm")
  .description("The commands of this repository. Each takes --help.")
  .usage("<command> [options]")
  .showHelpAfterError()
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));

addStartCommand(program);
addDevCommand(program);
addTestCommands(program);
addCheckCommands(program);
addGenerateCommand(program);
addPackageCommands(program);

// pnpm passes on the `--` of `pnpm start -- --help`.
const [command = "--help", ...args] = process.argv.slice(2);
await program.parseAsync([command, ...(args[0] === "--" ? args.slice(1) : args)], { from: "user" });
