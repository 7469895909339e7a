import type { Node } from "../api/node.js";
import type { Collection } from "./collections.js";
import type { Memory, StoreRequest } from "./memory.js";
import { notFound } from "./store-error.js";
import { openRun } from "./test-runs.js";

const importsPath = "/projects/{project_id}/junit-imports";

/** Accepts a report, which is imported later. */
export function importJunitReport(memory: Memory, runs: Collection, request: StoreRequest): Node {
  openRun(memory, runs, request);
  const [report = ""] = request.files.values();
  const row = {
    id: memory.rows.newId(),
    status: "pending",
    test_run_id: request.path.get(runs.parameter) ?? "",
    created_at: memory.now(),
  };
  memory.rows.put(memory.pathOf(importsPath, request.path), { ...row, details: detailsOf(report) });
  return { message: "", data: { import: row } };
}

function detailsOf(report: string): Node {
  const problem = problemOf(report);
  if (problem !== undefined) return { imported_count: 0, failed_count: 0, errors: [problem] };
  const count = (pattern: RegExp) => (report.match(pattern) ?? []).length;
  return { imported_count: count(/<testcase\b/g), failed_count: count(/<(failure|error)\b/g), errors: [] };
}

/** Returns why a text is not a JUnit report; `undefined` if its tags match and it has test suites. */
function problemOf(report: string): string | undefined {
  const markup = without(without(report, "<![CDATA[", "]]>"), "<!--", "-->");
  const open: string[] = [];
  // An attribute's value has no "<"; this also keeps an unclosed quote from being scanned again and again.
  for (const [, slash, name = "", end] of markup.matchAll(/<(\/?)([\w.:-]+)(?:[^<>"']|"[^"<]*"|'[^'<]*')*?(\/?)>/g)) {
    if (slash && open.pop() !== name) return `The report is not well-formed: </${name}> closes no open element.`;
    if (!slash && !end) open.push(name);
  }
  if (open.length > 0) return `The report is not well-formed: <${open.at(-1)}> is not closed.`;
  return /<testsuites?\b/.test(markup) ? undefined : "The report is no JUnit XML: it has no test suite.";
}

/** Removes everything from each start marker to its end marker. */
const without = (text: string, start: string, end: string) => {
  const [first = "", ...others] = text.split(start);
  return first + others.map((part) => (part.includes(end) ? part.slice(part.indexOf(end) + end.length) : "")).join("");
};

/** Returns the status of an import: pending, then in progress, finally completed or failed. */
export function getJunitImport(memory: Memory, request: StoreRequest): Node {
  const id = request.path.get("import_id") ?? "";
  const row = memory.rows.find(memory.pathOf(importsPath, request.path), id);
  if (!row) throw notFound("import", id);
  const reads = memory.rows.countRead(row.id);
  const isDone = reads >= memory.state.importAfterReads;
  if (!isDone) return { message: "", data: { import: { status: reads === 1 ? "pending" : "in_progress" } } };
  const { details } = row as { details?: { errors?: unknown[] } };
  const status = details?.errors?.length ? "failed" : "completed";
  return { message: "", data: { import: { status, details } } };
}
