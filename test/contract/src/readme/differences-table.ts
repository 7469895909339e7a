import { markdownTable } from "markdown-table";
import type { PrismDifference } from "../targets/prism-differences.ts";

/** Writes what Prism does otherwise as a Markdown table. */
export function differencesTable(differences: PrismDifference[]): string {
  const rows = differences.map(({ about, prism, mock }) => [about, prism, mock]);
  return markdownTable([["", "`prism mock`", "This mock"], ...rows], { alignDelimiters: false });
}
