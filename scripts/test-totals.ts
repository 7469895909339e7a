/** `pnpm test:totals`: prints what the last `pnpm test`, and the checks after it, came to. */
import { parseOptions } from "./src/parse-options.ts";
import { printTotals } from "./src/print-totals.ts";
import { runCommand } from "./src/run-command.ts";

const help = `Usage: pnpm test:totals [options]

Prints what the last "pnpm test" came to, and a "pnpm check" after it: a line for each
package, and the totals alone on the last line. Exits 1 when anything failed.

  -h, --help   show this text`;

await runCommand(async (args) => {
  const options = parseOptions(args, { help: { type: "boolean", short: "h" } });
  if (options.help) return console.log(help);
  await printTotals();
});
