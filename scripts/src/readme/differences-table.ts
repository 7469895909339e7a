import type { PrismDifference } from "../../../test/contract/src/targets/prism-differences.ts";

/** Returns the differences between Prism and the mock as a Markdown table. */
export function differencesTable(differences: PrismDifference[]): string {
  const rows = differences.map(({ about, prism, mock }) => `| ${about} | ${prism} | ${mock} |`);
  return ["| | `prism mock` | This mock |", "|---|---|---|", ...rows].join("\n");
}
