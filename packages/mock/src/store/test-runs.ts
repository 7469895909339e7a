import { isObject, type JsonObject, parseJson } from "../http/json.js";
import type { Call } from "./call.js";
import { lookupOf } from "./collections.js";
import { assertReferences } from "./references.js";
import { selectCases } from "./select-cases.js";
import { notFound, StoreError, unrecorded } from "./store-error.js";
import type { Row, Table } from "./table.js";

/** Creates a run with its cases. Titles must be unique within a project. */
export function createTestRun(call: Call): JsonObject {
  const { memory, body } = call;
  assertNewTitle(call);
  const cases = selectCases(call);
  const plans = memory.collections.find(({ noun }) => noun === "test_plan");
  const planId = body.test_plan_id;
  const plan = plans && planId !== undefined ? call.table(plans.path).find(String(planId)) : undefined;
  const run = call.create({ test_plan_id: plan?.row.id ?? "", test_cases_count: cases.length });
  const table = casesOf(call, run);
  const untested = statusesOf(call).find(({ name }) => name === "UnTested");
  for (const testCase of cases) {
    const row = {
      id: memory.newId(),
      name: testCase.title,
      status: untested?.name ?? "UnTested",
      status_id: untested?.id ?? "",
      assignee_id: run.assignee_id ?? "",
      test_case: testCase,
    };
    table.put(row, testCase.id);
  }
  // No response to a create was observed with the plan; responses to reads have it.
  const { test_plan_id, ...created } = run;
  return call.single(created);
}

function assertNewTitle(call: Call, own?: Row): void {
  const { title } = call.body;
  const sameTitle = call.table().findBy("title", title);
  if (title === undefined || !sameTitle || sameTitle.row === own) return;
  const details = `A test run of the project has the title: ${title}`;
  throw new StoreError(400, "Error test run title already exists", details, "duplicate_title");
}

/** Changes a run. The status `CLOSED` locks it permanently. */
export function updateTestRun(call: Call): JsonObject {
  const run = openRun(call);
  assertNewTitle(call, run);
  const closed = call.body.status === "CLOSED" ? { closed_by: run.assignee_id ?? "" } : {};
  return call.single(call.change({ ...call.settable(), ...closed }));
}

/** Returns the run of a path. Throws if it is closed. */
export function openRun(call: Call): Row {
  const run = call.row();
  if (run.status !== "CLOSED") return run;
  throw unrecorded("Test run is closed", `The test run ${run.id} is closed and cannot be changed.`);
}

/** Returns a run with the number of its cases in each status. */
export function getTestRun(call: Call): JsonObject {
  const run = call.row();
  const counts = new Map<unknown, number>();
  for (const { row } of casesOf(call, run).entries) counts.set(row.status_id, (counts.get(row.status_id) ?? 0) + 1);
  const summary = statusesOf(call).flatMap(({ id, name }) => {
    const count = counts.get(id);
    return count === undefined ? [] : [{ status_id: id, status_name: name, count }];
  });
  return call.single({ ...run, test_run_status_summary: summary });
}

/** Returns the cases of a run, by the identifiers of the test cases. */
const casesOf = ({ memory, collection, request }: Call, { id }: Row): Table =>
  memory.table(
    `${collection.path}/{${collection.parameter}}/test_cases`,
    new Map([...request.path, [collection.parameter, id]]),
  );

/** Returns the cases of a run, which appear only after some reads. */
export function listTestRunCases(call: Call): JsonObject {
  const run = call.memory.entry(call.collection, call.request.path);
  const isThere = ++run.reads > call.memory.state.casesAfterReads;
  return call.page(isThere ? casesOf(call, run.row).entries : []);
}

function runCase({ memory, collection, request }: Call, cases: Table, id: unknown): Row {
  const isThere = memory.entry(collection, request.path).reads >= memory.state.casesAfterReads;
  const entry = cases.find(String(id));
  if (!entry || !isThere) throw notFound("test_case", String(id));
  return entry.row;
}

/** Sets results: either all of them, or none if one is wrong. */
export function updateTestRunCases(call: Call): JsonObject {
  const cases = casesOf(call, openRun(call));
  const results = resultsOf(call.body);
  assertReferences(call, results);
  const statuses = statusesOf(call);
  const changed = results.map((result) => {
    const row = runCase(call, cases, result.test_case_id);
    const status = statuses.find(({ id }) => id === result.test_run_status_id);
    if (!status && result.test_run_status_id !== undefined) throw unknownStatus(result.test_run_status_id);
    const set = status && { status: status.name, status_id: status.id };
    return { result, row: { ...row, ...set, ...(result.user_id !== undefined && { assignee_id: result.user_id }) } };
  });
  for (const { row } of changed) cases.put(row, caseId(row));
  const shown = changed.map(({ result, row }) => ({
    test_case_id: result.test_case_id,
    test_run_status_id: row.status_id,
    user_id: row.assignee_id,
    updated_at: call.memory.now(),
  }));
  return call.single(shown, "test_run_cases");
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

export function assignTestRunUser(call: Call): JsonObject {
  const cases = casesOf(call, openRun(call));
  const { test_case_id, user_id } = call.body;
  const row = runCase(call, cases, test_case_id);
  cases.put({ ...row, assignee_id: user_id }, caseId(row));
  return call.single({ test_case_id, user_id, updated_at: call.memory.now() }, "test_run_case");
}

/** Returns the statuses that a case of a run can have. */
function statusesOf({ memory }: Call): Row[] {
  const operation = memory.operations.find(({ id }) => id === "listTestRunStatuses");
  const content = operation && lookupOf(operation);
  const data = isObject(content) ? content.data : undefined;
  return isObject(data) && Array.isArray(data.statuses) ? data.statuses : [];
}
