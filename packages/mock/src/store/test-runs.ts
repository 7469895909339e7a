import { responseFor } from "@testsigma-tms/spec/reader/browser";
import type { MockOperation } from "../api.js";
import { isObject, type JsonObject, parseJson } from "../http/json.js";
import { type Collection, contentOf } from "./collections.js";
import type { Memory, StoreRequest } from "./memory.js";
import { assertReferences } from "./references.js";
import { selectCases } from "./select-cases.js";
import { notFound, StoreError, unrecorded } from "./store-error.js";
import type { Row } from "./table.js";

/** Creates a run with its cases. Titles must be unique within a project. */
export function createTestRun(memory: Memory, runs: Collection, request: StoreRequest): JsonObject {
  const { body, path } = request;
  assertNewTitle(memory, runs, request);
  const cases = selectCases(memory, request);
  const plan = body.test_plan_id === undefined ? undefined : memory.row("test_plan_id", withPlan(request));
  const computed = { test_plan_id: plan?.id ?? "", test_cases_count: cases.length };
  const runsPath = memory.pathOf(runs.path, path);
  const run = memory.create(runs, request, computed);
  const at = `${runsPath}/${run.id}/test_cases`;
  const untested = runStatuses(memory).find(({ name }) => name === "UnTested");
  for (const testCase of cases) {
    const row = {
      id: memory.rows.newId(),
      name: testCase.title,
      status: untested?.name ?? "UnTested",
      status_id: untested?.id ?? "",
      assignee_id: run.assignee_id ?? "",
      test_case: testCase,
    };
    memory.rows.put(at, row, testCase.id);
  }
  // No response to a create was observed with the plan; responses to reads have it.
  const { test_plan_id, ...created } = run;
  return memory.single(request, runs.noun, created);
}

const withPlan = ({ path, body }: StoreRequest) => new Map([...path, ["test_plan_id", String(body.test_plan_id)]]);

function assertNewTitle(memory: Memory, runs: Collection, { path, body }: StoreRequest, own?: Row): void {
  const sameTitle = memory.rows.findBy(memory.pathOf(runs.path, path), "title", body.title);
  if (body.title === undefined || !sameTitle || sameTitle.row === own) return;
  const details = `A test run of the project has the title: ${body.title}`;
  throw new StoreError(400, "Error test run title already exists", details, "duplicate_title");
}

/** Changes a run. The status `CLOSED` locks it permanently. */
export function updateTestRun(memory: Memory, runs: Collection, request: StoreRequest): JsonObject {
  const run = openRun(memory, runs, request);
  assertNewTitle(memory, runs, request, run);
  const closed = request.body.status === "CLOSED" ? { closed_by: run.assignee_id ?? "" } : {};
  const changes = { ...memory.settable(request), ...closed };
  return memory.single(request, runs.noun, memory.change(runs, request.path, changes));
}

/** Returns the run of a path. Throws if it is closed. */
export function openRun(memory: Memory, runs: Collection, { path }: StoreRequest): Row {
  const run = memory.row(runs.parameter, path);
  if (run.status !== "CLOSED") return run;
  throw unrecorded("Test run is closed", `The test run ${run.id} is closed and cannot be changed.`);
}

/** Returns a run with the number of its cases in each status. */
export function getTestRun(memory: Memory, runs: Collection, request: StoreRequest): JsonObject {
  const run = memory.row(runs.parameter, request.path);
  const counts = new Map<unknown, number>();
  for (const { row } of memory.rows.entries(casesPath(memory, runs, request))) {
    counts.set(row.status_id, (counts.get(row.status_id) ?? 0) + 1);
  }
  const summary = runStatuses(memory).flatMap(({ id, name }) => {
    const count = counts.get(id);
    return count === undefined ? [] : [{ status_id: id, status_name: name, count }];
  });
  return memory.single(request, runs.noun, { ...run, test_run_status_summary: summary });
}

const casesPath = (memory: Memory, runs: Collection, { path }: StoreRequest) =>
  `${memory.pathOf(runs.path, path)}/${memory.row(runs.parameter, path).id}/test_cases`;

/** Returns the cases of a run, which appear only after some reads. */
export function listTestRunCases(memory: Memory, runs: Collection, request: StoreRequest): JsonObject {
  const at = casesPath(memory, runs, request);
  const { id } = memory.row(runs.parameter, request.path);
  const isThere = memory.rows.countRead(id) > memory.state.casesAfterReads;
  return memory.page(request, isThere ? memory.rows.entries(at) : []);
}

function runCase(memory: Memory, at: string, id: unknown): Row {
  const [, runId = ""] = /([^/]+)\/test_cases$/.exec(at) ?? [];
  const isThere = memory.rows.readsOf(runId) >= memory.state.casesAfterReads;
  const row = memory.rows.find(at, String(id));
  if (!row || !isThere) throw notFound("test_case", String(id));
  return row;
}

/** Sets results: either all of them, or none if one is wrong. */
export function updateTestRunCases(memory: Memory, runs: Collection, request: StoreRequest): JsonObject {
  openRun(memory, runs, request);
  const at = casesPath(memory, runs, request);
  const results = resultsOf(request.body);
  assertReferences(memory, request.path, results);
  const statuses = runStatuses(memory);
  const changed = results.map((result) => {
    const row = runCase(memory, at, result.test_case_id);
    const status = statuses.find(({ id }) => id === result.test_run_status_id);
    if (!status && result.test_run_status_id !== undefined) throw unknownStatus(result.test_run_status_id);
    const set = status && { status: status.name, status_id: status.id };
    return { result, row: { ...row, ...set, ...(result.user_id !== undefined && { assignee_id: result.user_id }) } };
  });
  for (const { row } of changed) memory.rows.put(at, row, caseId(row));
  const shown = changed.map(({ result, row }) => ({
    test_case_id: result.test_case_id,
    test_run_status_id: row.status_id,
    user_id: row.assignee_id,
    updated_at: memory.now(),
  }));
  return { ...messageOf(request), data: { test_run_cases: shown } };
}

const caseId = ({ test_case }: Row) => String(isObject(test_case) ? test_case.id : "");

const unknownStatus = (id: unknown) => unrecorded("Test run status not found", `No test run status has the ID: ${id}`);

/** Returns the results in a body: in JSON, or as JSON text in the form part `data`. */
function resultsOf(body: JsonObject): JsonObject[] {
  const value = typeof body.data === "string" ? parseJson(body.data, "The part data") : body;
  const list = isObject(value) ? value.test_run_cases : value;
  if (Array.isArray(list)) return list.filter(isObject);
  throw unrecorded("Invalid data", "The part data must be JSON with test_run_cases.");
}

export function assignTestRunUser(memory: Memory, runs: Collection, request: StoreRequest): JsonObject {
  openRun(memory, runs, request);
  const { test_case_id, user_id } = request.body;
  const at = casesPath(memory, runs, request);
  const row = runCase(memory, at, test_case_id);
  memory.rows.put(at, { ...row, assignee_id: user_id }, caseId(row));
  return { ...messageOf(request), data: { test_run_case: { test_case_id, user_id, updated_at: memory.now() } } };
}

const messageOf = ({ operation }: StoreRequest): JsonObject => {
  const content = contentOf(operation);
  return { message: isObject(content) ? content.message : "" };
};

/** Returns the statuses that a case of a run can have. */
function runStatuses(memory: Memory): Row[] {
  const operation = memory.operations.find(({ id }) => id === "listTestRunStatuses");
  const content = operation && lookupOf(operation);
  const data = isObject(content) ? content.data : undefined;
  return isObject(data) && Array.isArray(data.statuses) ? data.statuses : [];
}

/** Returns the example of a lookup list: the observed one if there is one, else the first. */
export function lookupOf(operation: MockOperation): unknown {
  const [content] = responseFor(operation, operation.defaultStatus)?.content ?? [];
  const examples = Object.entries(content?.examples ?? {});
  const observed = examples.find(([name]) => name.endsWith("_as_observed"));
  return (observed ?? examples[0])?.[1].value;
}
