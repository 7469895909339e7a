/** `pnpm test:mutation`: changes the code and checks that a test fails. */
import { Option } from "commander";
import { createCommand } from "../create-command.ts";
import { wholeNumber } from "../whole-number.ts";
import { type RunOptions, runStryker } from "./run-stryker.ts";
import { targets } from "./target.ts";

const names = targets.map(({ name }) => name);

await createCommand(
  "test:mutation",
  "Change the client's errors, operations, options, transport and validation and the mock's request checks, one expression at a time, and print the changes " +
    "that no test notices. The score is the share of those that one does; fails below the threshold of the package. " +
    "Gets Stryker from npm on first use (about 120 MB, in npm's cache), and takes about 40 minutes of processor time.",
  { builds: names.map((name) => `./packages/${name}^...`) },
)
  .addOption(new Option("--only <packages...>", "only these packages").choices(names).default(names))
  .option("--files <patterns...>", "change only these files, such as src/transport/redirect.ts; then nothing fails")
  .option(
    "--concurrency <count>",
    "how many changes are tested at once; default: one less than the processors",
    wholeNumber(),
  )
  .action(async ({ only, ...options }: RunOptions & { only: string[] }) => {
    for (const target of targets.filter(({ name }) => only.includes(name))) {
      console.log(`packages/${target.name}`);
      process.exitCode = (await runStryker(target, options)) || process.exitCode;
    }
  })
  .parseAsync();
