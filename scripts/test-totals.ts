/**
 * Prints what the last `pnpm test` and the checks after it came to: a line for each package and the totals alone on the
 * last line. Exits 1 when anything failed.
 */
import { formatTotals } from "./src/format-totals.ts";
import { readTotals } from "./src/read-totals.ts";
import { repository } from "./src/repository.ts";

const totals = await readTotals(repository);
console.log(`\n${formatTotals(totals)}`);
process.exitCode = totals.some(({ failed }) => failed > 0) ? 1 : 0;
