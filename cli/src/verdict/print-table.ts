import { Help } from "commander";
import type { createColors } from "picocolors";
import { count, shortened } from "../text/plain-text.js";
import type { ReportOutcome } from "./report-outcome.js";

type Colors = ReturnType<typeof createColors>;

const maxLines = 10;
const maxMessageLength = 76;

/** Returns the table for people: what was recorded where, and what deserves attention. */
export function printTable(outcome: ReportOutcome, colors: Colors): string {
  const rows = tableRows(outcome);
  const width = Math.max(...rows.map(([label]) => label.length));
  const lines = rows.map(([label, text]) => `  ${colors.bold(label.padEnd(width))}  ${wrapped(text, width + 4)}`);
  const lists = lookAt(outcome).flatMap(({ title, items, total }) => [
    "",
    colors.bold(`${title}:`),
    ...items
      .slice(0, maxLines)
      .flatMap(({ text, message }) => [
        `  ${wrapped(shortened(text), 2)}`,
        ...(message ? [colors.dim(`    ${shortened(firstLine(message), maxMessageLength)}`)] : []),
      ]),
    ...(total > maxLines ? [colors.dim(`  and ${total - maxLines} more`)] : []),
  ]);
  const verdict =
    outcome.exit_code === 0
      ? colors.green(wrapped(["done", ...outcome.reasons].join("; ")))
      : colors.red(wrapped(`exit code ${outcome.exit_code}: ${outcome.reasons.join("; ")}`));
  return `${[...lines, ...lists, "", verdict].join("\n")}\n`;
}

/** Wraps a text between words at 80 columns, of which its further lines leave some free. */
function wrapped(text: string, indent = 0): string {
  return new Help().boxWrap(text, 80 - indent).replaceAll("\n", `\n${" ".repeat(indent)}`);
}

function firstLine(message: string): string {
  return /\S.*/.exec(message)?.[0] ?? "";
}

/** Returns the label and text of each row, for the table and the Markdown summary. */
export function tableRows(outcome: ReportOutcome): [label: string, text: string][] {
  const { run, tests, cases, upload } = outcome;
  const rows: [string, string][] = [];
  if (run) {
    const state = run.is_closed ? "closed" : `open${run.open_reason ? `: ${run.open_reason}` : ""}`;
    const existed = run.was_found ? ", already existed" : "";
    const name =
      upload === "applied" ? `${run.human_id ?? run.id} "${run.title}" (${state}${existed})` : `"${run.title}"`;
    rows.push(["run", name]);
    if (run.url) rows.push(["link", run.url]);
    for (const { title, reason } of run.passed_runs) rows.push(["skipped", `"${title}": ${reason}`]);
  }
  if (tests) {
    const { passed, failed, blocked, skipped, flaky, matched, unmatched } = tests;
    const counts = Object.entries({ passed, failed, blocked, skipped, flaky });
    const words = counts.flatMap(([word, number]) => (number > 0 ? [`${number} ${word}`] : []));
    rows.push(["tests", words.join(", ") || "none"]);
    if (tests.disputed > 0) {
      rows.push(["repeated", `${count(tests.disputed, "test")} ran several times with different results (--repeated)`]);
    }
    if (run) rows.push(["matched", `${matched} of ${count(matched + unmatched, "test")}`]);
  }
  if (cases && upload !== "skipped") rows.push(["recorded", recordedText(outcome)]);
  if (upload === "skipped") rows.push(["recorded", "nothing, because there is no API key"]);
  if (outcome.error) rows.push(["error", outcome.error]);
  if (run?.was_found && run.is_closed && !run.is_of_build && cases?.written === 0) {
    rows.push(["hint", "to record every build, put {date} or {run_number} into --title"]);
  }
  if (outcome.can_continue) rows.push(["continue", "run the same command again: it finds the run and goes on"]);
  return rows;
}

function recordedText({ cases, upload, not_recorded, run }: ReportOutcome): string {
  const { planned = 0, recorded = 0, written = 0, unverified = 0 } = cases ?? {};
  if (upload === "dry-run") return `nothing (--dry-run); would record ${count(planned, "test case")}`;
  const before = recorded - written;
  const already = before === 0 ? "" : `, ${written === 0 && run?.was_found ? "all" : before} already there`;
  const unread = unverified > 0 ? `, ${unverified} could not be read back` : "";
  const missing = not_recorded.length > 0 ? `; ${not_recorded.length} missing` : "";
  return `${recorded} of ${count(planned, "test case")}${already}${unread}${missing}`;
}

/** A list of tests, test cases or files. Of tests, only the first ones are items. */
interface List {
  readonly title: string;
  readonly items: readonly { readonly text: string; readonly message?: string }[];
  readonly total: number;
}

/** Returns the lists that deserve attention, without the empty ones. */
export function lookAt(outcome: ReportOutcome): List[] {
  const { tests, run } = outcome;
  const titles = (list: ReportOutcome["failed_tests"]) => list.map(({ title }) => ({ text: title }));
  const failed = outcome.failed_tests.map(({ title, message }) => ({ text: title, ...(message && { message }) }));
  const unmatched = { items: titles(outcome.unmatched_tests), total: run ? (tests?.unmatched ?? 0) : 0 };
  const lists = [
    { title: "Failed tests", items: failed, total: tests?.failed ?? 0 },
    { title: "Flaky tests, passed in the end", items: titles(outcome.flaky_tests), total: tests?.flaky ?? 0 },
    { title: "Tests that name no test case", ...unmatched },
    ...uploadProblems(outcome),
  ];
  return lists.filter(({ total }) => total > 0);
}

/** Returns the lists of what was not recorded as the reports have it. */
export function uploadProblems(outcome: ReportOutcome): List[] {
  const { unknown_cases, not_recorded, conflicts, stale_reports, warnings, not_attached } = outcome;
  const lists: Readonly<Record<string, readonly string[]>> = {
    "Ids that the project does not have": unknown_cases.map(({ id, test, hint }) => `${id} (${test}): ${hint}`),
    "Not recorded": not_recorded.map((entry) => `${entry.case}: ${entry.reason}`),
    "Results of other jobs": conflicts.map(
      (conflict) => `${conflict.case}: ${conflict.ours} here, ${conflict.theirs} there; ${conflict.stands} stands`,
    ),
    "Reports of an earlier run, not read": stale_reports,
    Warnings: warnings,
    "Not attached": not_attached.map(({ file, reason }) => `${file}: ${reason}`),
  };
  return Object.entries(lists).map(([title, texts]) => ({
    title,
    items: texts.map((text) => ({ text })),
    total: texts.length,
  }));
}
