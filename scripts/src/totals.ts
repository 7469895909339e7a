/**
 * The last step of `.ci/run`: prints the totals of the last `pnpm test` and of the checks after it, with the sum in the
 * last line.
 */
import { repository } from "@testsigma-tms/support/repository";
import { printTotals } from "./totals/print-totals.ts";

await printTotals(repository);
