import type { JsonObject } from "../http/json.js";
import type { Call } from "./call.js";
import { notFound } from "./store-error.js";
import { openRun } from "./test-runs.js";

const importsPath = "/projects/{project_id}/junit-imports";

/** Accepts a report, which is imported later. */
export function importJunitReport(call: Call): JsonObject {
  const run = openRun(call);
  const [report] = call.request.body?.files?.values() ?? [];
  const row = { id: call.memory.newId(), status: "pending", test_run_id: run.id, created_at: call.memory.now() };
  call.table(importsPath).put({ ...row, details: detailsOf(new TextDecoder().decode(report)) });
  return { message: "", data: { import: row } };
}

function detailsOf(report: string): JsonObject {
  const markup = without(without(report, "<![CDATA[", "]]>"), "<!--", "-->");
  const problem = problemOf(markup);
  if (problem !== undefined) return { imported_count: 0, failed_count: 0, errors: [problem] };
  const count = (pattern: RegExp) => (markup.match(pattern) ?? []).length;
  return { imported_count: count(/<testcase\b/g), failed_count: count(/<(?:failure|error)\b/g), errors: [] };
}

/** Removes everything from each start marker to its end marker. */
function without(text: string, start: string, end: string): string {
  const [first = "", ...others] = text.split(start);
  return first + others.map((part) => (part.includes(end) ? part.slice(part.indexOf(end) + end.length) : "")).join("");
}

/** Returns why a text is not a whole JUnit report; `undefined` if it is one. */
function problemOf(markup: string): string | undefined {
  if (!/<testsuites?\b/.test(markup)) return "The report is not JUnit XML: it has no test suite.";
  const isWhole = /(<\/testsuites?|\/)>$/.test(markup.trimEnd());
  return isWhole ? undefined : "The report is not whole: it does not end with the end of its test suites.";
}

/** Returns the status of an import: pending, then in progress, finally completed or failed. */
export function getJunitImport({ memory, request }: Call): JsonObject {
  const id = request.path.get("import_id") ?? "";
  const entry = memory.table(importsPath, request.path).find(id);
  if (!entry) throw notFound("import", id);
  const isDone = ++entry.reads >= memory.state.importAfterReads;
  if (!isDone) return { message: "", data: { import: { status: entry.reads === 1 ? "pending" : "in_progress" } } };
  const { details } = entry.row as { details?: { errors?: unknown[] } };
  const status = details?.errors?.length ? "failed" : "completed";
  return { message: "", data: { import: { status, details } } };
}
