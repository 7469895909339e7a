import type { Node } from "../document/node.js";
import type { Collection } from "./collections.js";
import type { Asked, Memory } from "./memory.js";
import { notFound } from "./store-error.js";
import { openRun } from "./test-runs.js";

const importsPath = "/projects/{project_id}/junit-imports";

/** Takes a report, which is imported later. */
export function importJunitReport(memory: Memory, runs: Collection, asked: Asked): Node {
  openRun(memory, runs, asked);
  const [report = ""] = asked.files.values();
  const row = {
    id: memory.rows.newId(),
    status: "pending",
    test_run_id: asked.path.get(runs.parameter) ?? "",
    created_at: memory.now(),
  };
  const details = {
    imported_count: count(report, /<testcase\b/g),
    failed_count: count(report, /<(failure|error)\b/g),
    errors: [],
  };
  memory.rows.put(memory.pathOf(importsPath, asked.path), { ...row, details });
  return { message: "", data: { import: row } };
}

const count = (text: string, pattern: RegExp) => (text.match(pattern) ?? []).length;

/** An import is pending, then in progress, and completed in the end. */
export function getJunitImport(memory: Memory, asked: Asked): Node {
  const id = asked.path.get("import_id") ?? "";
  const row = memory.rows.find(memory.pathOf(importsPath, asked.path), id);
  if (!row) throw notFound("import", id);
  const reads = memory.countRead(id);
  const isDone = reads >= memory.state.importAfterReads;
  const status = isDone ? "completed" : reads === 1 ? "pending" : "in_progress";
  return { message: "", data: { import: { status, ...(isDone && { details: row.details }) } } };
}
