import { shortened } from "../text/plain-text.js";
import { lookAt, tableRows } from "./print-table.js";
import type { ReportOutcome } from "./report-outcome.js";

const maxItems = 50;
const maxMessage = 1_000;
/** GitHub drops the whole summary of a step beyond 1 MiB; other steps write theirs too. */
const maxBytes = 256 * 1024;

/** Returns the summary that a CI system shows on the page of the build. */
export function markdownSummary(outcome: ReportOutcome): string {
  const mark = outcome.exit_code === 0 ? "✅" : "❌";
  const heading = `### ${mark} Test results${outcome.run?.human_id ? `: ${escaped(outcome.run.human_id)}` : ""}`;
  const rows = tableRows(outcome).map(([label, text]) => `| ${label} | ${escaped(text)} |`);
  const reasons = outcome.reasons.length > 0 ? [`${outcome.reasons.map(escaped).join("; ")}.`] : [];
  let summary = `${[heading, "", "| | |", "|---|---|", ...rows, "", ...reasons].join("\n")}\n`;
  for (const { title, items, total } of lookAt(outcome)) {
    const shown = items.slice(0, maxItems).map(({ text, message }) => {
      return `- ${escaped(text)}${message ? `\n  <pre>${preformatted(message)}</pre>` : ""}`;
    });
    const more = total > shown.length ? [`- and ${total - shown.length} more`] : [];
    const list = ["<details>", `<summary>${title} (${total})</summary>`, "", ...shown, ...more, "", "</details>"];
    const section = `${list.join("\n")}\n`;
    if (Buffer.byteLength(summary) + Buffer.byteLength(section) > maxBytes) break;
    summary += section;
  }
  return `${summary}\n`;
}

/** Escapes text of tests, so that it is never read as Markdown or HTML. */
function escaped(text: string): string {
  return shortened(text)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/[\\`*_[\]|#~@]/g, "\\$&")
    .replace(/\s+/g, " ");
}

/** Escapes text for an HTML block, which an empty line would end, so that the rest would be read as Markdown. */
function preformatted(text: string): string {
  const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", "#": "&#35;", "\n": "&#10;" };
  return shortened(text, maxMessage)
    .trim()
    .replace(/[&<#\n]/g, (character) => entities[character] ?? "");
}
