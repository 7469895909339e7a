import { lookAt, tableRows } from "./print-table.js";
import type { ReportOutcome } from "./report-outcome.js";

const maxItems = 50;

/** The summary that a CI system shows on the page of the build. */
export function markdownSummary(outcome: ReportOutcome): string {
  const mark = outcome.exit_code === 0 ? "✅" : "❌";
  const heading = `### ${mark} Test results${outcome.run?.human_id ? `: ${escaped(outcome.run.human_id)}` : ""}`;
  const rows = tableRows(outcome).map(([label, text]) => `| ${label} | ${escaped(text)} |`);
  const lists = lookAt(outcome).map(({ title, items, total }) => {
    const shown = items.slice(0, maxItems).map((item) => `- ${escaped(item)}`);
    const more = total > maxItems ? [`- and ${total - maxItems} more`] : [];
    return ["<details>", `<summary>${title} (${total})</summary>`, "", ...shown, ...more, "", "</details>"].join("\n");
  });
  const reasons = outcome.reasons.length > 0 ? [`${outcome.reasons.map(escaped).join("; ")}.`] : [];
  return `${[heading, "", "| | |", "|---|---|", ...rows, "", ...reasons, ...lists].join("\n")}\n\n`;
}

/** Text of tests is shown as text, never read as Markdown or HTML. */
function escaped(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/[\\`*_[\]|#~]/g, "\\$&")
    .replace(/\s+/g, " ");
}
