/** The last step of `.ci/run` and of `pnpm test`: prints the totals of the last runs, with the sum in the last line. */
import { repository } from "@testsigma-tms/support/repository";
import { formatTotals } from "./totals/format-totals.ts";
import { readTotals } from "./totals/read-totals.ts";

const totals = await readTotals(repository);
console.log(`\n${formatTotals(totals)}`);
if (totals.some(({ failures }) => failures.length > 0)) process.exitCode = 1;
