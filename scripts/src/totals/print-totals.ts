import { formatTotals } from "./format-totals.ts";
import { readTotals } from "./read-totals.ts";

/** Prints the totals of the last runs and sets exit code 1 if anything failed. */
export async function printTotals(root: string): Promise<void> {
  const totals = await readTotals(root);
  console.log(`\n${formatTotals(totals)}`);
  if (totals.some(({ failed }) => failed > 0)) process.exitCode = 1;
}
