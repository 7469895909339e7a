import type { Node } from "../api/node.js";
import type { Collection } from "./collections.js";
import type { Memory, StoreRequest } from "./memory.js";
import { notFound } from "./store-error.js";
import { openRun } from "./test-runs.js";

const importsPath = "/projects/{project_id}/junit-imports";

/** Takes a report, which is imported later. */
export function importJunitReport(memory: Memory, runs: Collection, request: StoreRequest): Node {
  openRun(memory, runs, request);
  const [report = ""] = request.files.values();
  const row = {
    id: memory.rows.newId(),
    status: "pending",
    test_run_id: request.path.get(runs.parameter) ?? "",
    created_at: memory.now(),
  };
  const details = {
    imported_count: count(report, /<testcase\b/g),
    failed_count: count(report, /<(failure|error)\b/g),
    errors: [],
  };
  memory.rows.put(memory.pathOf(importsPath, request.path), { ...row, details });
  return { message: "", data: { import: row } };
}

const count = (text: string, pattern: RegExp) => (text.match(pattern) ?? []).length;

/** An import is pending, then in progress, and completed in the end. */
export function getJunitImport(memory: Memory, request: StoreRequest): Node {
  const id = request.path.get("import_id") ?? "";
  const row = memory.rows.find(memory.pathOf(importsPath, request.path), id);
  if (!row) throw notFound("import", id);
  const reads = memory.countRead(id);
  const isDone = reads >= memory.state.importAfterReads;
  const status = isDone ? "completed" : reads === 1 ? "pending" : "in_progress";
  return { message: "", data: { import: { status, ...(isDone && { details: row.details }) } } };
}
