import type { createColors } from "picocolors";
import { shortened } from "../text/plain-text.js";
import type { ReportOutcome } from "./report-outcome.js";

type Colors = ReturnType<typeof createColors>;

const maxLines = 10;
/** Title of the list of failed tests, whose items have messages. */
export const failedTitle = "Failed tests";

/** Returns the table for people: what was recorded where, and what deserves attention. */
export function printTable(outcome: ReportOutcome, colors: Colors): string {
  const rows = tableRows(outcome);
  const width = Math.max(...rows.map(([label]) => label.length));
  const lines = rows.map(([label, text]) => `  ${colors.bold(label.padEnd(width))}  ${text}`);
  const lists = lookAt(outcome).flatMap(({ title, items, total }) => [
    "",
    colors.bold(`${title}:`),
    ...items.slice(0, maxLines).map((item) => `  ${shortened(item)}`),
    ...(total > maxLines ? [colors.dim(`  and ${total - maxLines} more`)] : []),
  ]);
  const verdict =
    outcome.exit_code === 0
      ? colors.green(["done", ...outcome.reasons].join("; "))
      : colors.red(`exit code ${outcome.exit_code}: ${outcome.reasons.join("; ")}`);
  return `${[...lines, ...lists, "", verdict].join("\n")}\n`;
}

/** Returns the label and text of each row, for the table and the Markdown summary. */
export function tableRows(outcome: ReportOutcome): [label: string, text: string][] {
  const { run, tests, cases, upload } = outcome;
  const rows: [string, string][] = [];
  if (run) {
    const found = run.was_found ? ", it was there before" : "";
    const state = run.is_closed ? "closed" : `open${run.open_reason ? `: ${run.open_reason}` : ""}`;
    rows.push([
      "run",
      upload === "applied" ? `${run.human_id ?? run.id} "${run.title}" (${state}${found})` : `"${run.title}"`,
    ]);
    for (const { title, reason } of run.passed_runs) rows.push(["not", `"${title}": ${reason}`]);
  }
  if (tests) {
    const { passed, failed, blocked, skipped, flaky, matched, unmatched } = tests;
    const counts = { passed, failed, blocked, skipped, flaky };
    const words = Object.entries(counts).flatMap(([word, count]) => (count > 0 ? [`${count} ${word}`] : []));
    rows.push(["tests", words.join(", ") || "none"]);
    if (tests.disputed > 0) {
      rows.push([
        "repeated",
        `${tests.disputed} tests ran more than once with different results (--repeated worst|last)`,
      ]);
    }
    if (run) rows.push(["matched", `${matched} of ${matched + unmatched} tests name a test case`]);
  }
  if (cases && upload !== "skipped") rows.push(["recorded", recordedText(outcome)]);
  if (upload === "skipped") rows.push(["recorded", "nothing: no API key (--on-missing-key skip)"]);
  if (outcome.error) rows.push(["error", outcome.error]);
  if (outcome.resume_command) rows.push(["continue", outcome.resume_command]);
  return rows;
}

function recordedText({ cases, upload, not_recorded }: ReportOutcome): string {
  if (upload === "dry-run") return `nothing (--dry-run); ${cases?.planned ?? 0} test cases would be`;
  const changed = cases?.written === cases?.recorded ? "" : `, ${cases?.written ?? 0} of them changed`;
  const unverified = cases?.unverified ? `, ${cases.unverified} could not be read back` : "";
  const missing = not_recorded.length > 0 ? `; ${not_recorded.length} are missing` : "";
  return `${cases?.recorded ?? 0} of ${cases?.planned ?? 0} test cases${changed}${unverified}${missing}`;
}

/** A list of tests, test cases or files. Of tests, only the first ones are items. */
interface List {
  readonly title: string;
  readonly items: readonly string[];
  readonly total: number;
}

/** Returns the lists that deserve attention, without the empty ones. */
export function lookAt(outcome: ReportOutcome): List[] {
  const { tests, run } = outcome;
  const titles = (list: ReportOutcome["failed_tests"]) => list.map(({ title }) => title);
  const unmatched = { items: titles(outcome.unmatched_tests), total: run ? (tests?.unmatched ?? 0) : 0 };
  const lists = [
    { title: failedTitle, items: titles(outcome.failed_tests), total: tests?.failed ?? 0 },
    { title: "Flaky tests, passed in the end", items: titles(outcome.flaky_tests), total: tests?.flaky ?? 0 },
    { title: "Tests that name no test case", ...unmatched },
    ...uploadProblems(outcome),
  ];
  return lists.filter(({ total }) => total > 0);
}

/** Returns the lists of what was not recorded as the reports have it. */
export function uploadProblems(outcome: ReportOutcome): List[] {
  const { unknown_cases, not_recorded, conflicts, stale_reports, not_attached } = outcome;
  const lists: Readonly<Record<string, readonly string[]>> = {
    "Ids that the project does not have": unknown_cases.map(({ id, test, hint }) => `${id} (${test}): ${hint}`),
    "Not recorded": not_recorded.map((entry) => `${entry.case}: ${entry.reason}`),
    "Results of other jobs": conflicts.map(
      (conflict) => `${conflict.case}: ${conflict.ours} here, ${conflict.theirs} there; ${conflict.stands} stands`,
    ),
    "Reports of an earlier run, not read": stale_reports,
    "Not attached": not_attached.map(({ file, reason }) => `${file}: ${reason}`),
  };
  return Object.entries(lists).map(([title, items]) => ({ title, items, total: items.length }));
}
