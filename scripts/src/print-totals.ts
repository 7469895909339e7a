import { formatTotals } from "./format-totals.ts";
import { readTotals } from "./read-totals.ts";
import { repository } from "./repository.ts";

/** Prints the totals of the last runs and sets exit code 1 when anything failed. */
export async function printTotals(): Promise<void> {
  const totals = await readTotals(repository);
  console.log(`\n${formatTotals(totals)}`);
  if (totals.some(({ failed }) => failed > 0)) process.exitCode = 1;
}
