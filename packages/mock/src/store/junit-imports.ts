import type { JsonObject } from "../http/json.js";
import type { Collection } from "./collections.js";
import type { Memory, StoreRequest } from "./memory.js";
import { notFound } from "./store-error.js";
import { openRun } from "./test-runs.js";

const importsPath = "/projects/{project_id}/junit-imports";

/** Accepts a report, which is imported later. */
export function importJunitReport(memory: Memory, runs: Collection, request: StoreRequest): JsonObject {
  const run = openRun(memory, runs, request);
  const [report = ""] = request.files.values();
  const row = { id: memory.rows.newId(), status: "pending", test_run_id: run.id, created_at: memory.now() };
  memory.rows.put(memory.pathOf(importsPath, request.path), { ...row, details: detailsOf(report) });
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

/** A tag without its `<`. The name ends where it can, so that a tag without an end is read once and not once a letter. */
const tagPattern = /^(\/?)([\w.:-]+)(?![\w.:-])((?:[^>"']|"[^"]*"|'[^']*')*)>/;

/** Returns why a text is not a JUnit report; `undefined` if its tags match and it has test suites. */
function problemOf(markup: string): string | undefined {
  const open: string[] = [];
  // The value of an attribute has no "<" in XML, so each piece begins with one tag.
  for (const piece of markup.split("<").slice(1)) {
    if (/^[?!]/.test(piece)) continue;
    const [, slash, name = "", attributes = ""] = tagPattern.exec(piece) ?? [];
    if (name === "") return `The report is not well-formed: <${piece.slice(0, 20)} is not a tag.`;
    if (slash && open.pop() !== name) return `The report is not well-formed: </${name}> closes no open element.`;
    if (!slash && !attributes.endsWith("/")) open.push(name);
  }
  if (open.length > 0) return `The report is not well-formed: <${open.at(-1)}> is not closed.`;
  return /<testsuites?\b/.test(markup) ? undefined : "The report is not JUnit XML: it has no test suite.";
}

/** Returns the status of an import: pending, then in progress, finally completed or failed. */
export function getJunitImport(memory: Memory, request: StoreRequest): JsonObject {
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
