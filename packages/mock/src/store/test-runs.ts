import { isNode, type Node } from "../api/node.js";
import { defaultStatus, responseFor } from "../api/operation.js";
import { parseJson } from "../http/parse-json.js";
import type { Collection } from "./collections.js";
import { contentOf } from "./collections.js";
import type { Memory, StoreRequest } from "./memory.js";
import type { Row } from "./rows.js";
import { selectCases } from "./select-cases.js";
import { notFound, StoreError, unrecorded } from "./store-error.js";
import { assertUser } from "./users.js";

/** Creates a run with its cases. Titles must be unique within a project. */
export function createTestRun(memory: Memory, runs: Collection, request: StoreRequest): Node {
  const { body, path } = request;
  assertNewTitle(memory, runs, request);
  assertUser(memory, body.assignee_id);
  const cases = selectCases(memory, request);
  const plan = body.test_plan_id === undefined ? undefined : memory.row("test_plan_id", withPlan(request));
  const more = { test_plan_id: plan?.id ?? "", test_cases_count: cases.length };
  const runsPath = memory.pathOf(runs.path, path);
  memory.rows.assertRoom(`${runsPath}/new/test_cases`, cases.length);
  const run = memory.create(runs, request, more);
  const at = `${runsPath}/${run.id}/test_cases`;
  const untested = runStatuses(memory).find(({ name }) => name === "UnTested");
  for (const testCase of cases) {
    memory.rows.put(at, {
      id: memory.rows.newId(),
      name: testCase.title,
      status: untested?.name ?? "UnTested",
      status_id: untested?.id ?? "",
      assignee_id: run.assignee_id ?? "",
      test_case: testCase,
    });
  }
  // No response to a create was observed with the plan; responses to reads have it.
  const { test_plan_id, ...created } = run;
  return memory.single(request, runs.noun, created);
}

const withPlan = ({ path, body }: StoreRequest) => new Map([...path, ["test_plan_id", String(body.test_plan_id)]]);

function assertNewTitle(memory: Memory, runs: Collection, { path, body }: StoreRequest, own?: Row): void {
  for (const run of memory.rows.each(memory.pathOf(runs.path, path))) {
    if (run.title !== body.title || run === own) continue;
    const details = `A test run of the project has the title: ${body.title}`;
    throw new StoreError(400, "Error test run title already exists", details, "duplicate_title");
  }
}

/** Changes a run. The status `CLOSED` locks it for good. */
export function updateTestRun(memory: Memory, runs: Collection, request: StoreRequest): Node {
  const run = openRun(memory, runs, request);
  assertNewTitle(memory, runs, request, run);
  assertUser(memory, request.body.assignee_id);
  const closed = request.body.status === "CLOSED" ? { closed_by: run.assignee_id ?? "" } : {};
  const changes = { ...memory.known(request, run), human_id: run.human_id, ...closed };
  return memory.single(request, runs.noun, memory.change(runs, request.path, changes));
}

/** Returns the run of a path. Throws if it is closed. */
export function openRun(memory: Memory, runs: Collection, { path }: StoreRequest): Row {
  const run = memory.row(runs.parameter, path);
  if (run.status !== "CLOSED") return run;
  throw unrecorded("Test run is closed", `The test run ${run.id} is closed and cannot be changed.`);
}

/** Returns a run with the number of its cases in each status. */
export function getTestRun(memory: Memory, runs: Collection, request: StoreRequest): Node {
  const run = memory.row(runs.parameter, request.path);
  const cases = memory.rows.list(casesPath(memory, runs, request));
  const summary = runStatuses(memory).flatMap(({ id, name }) => {
    const count = cases.filter(({ status_id }) => status_id === id).length;
    return count > 0 ? [{ status_id: id, status_name: name, count }] : [];
  });
  return memory.single(request, runs.noun, { ...run, test_run_status_summary: summary });
}

const casesPath = (memory: Memory, runs: Collection, { path }: StoreRequest) =>
  `${memory.pathOf(runs.path, path)}/${memory.row(runs.parameter, path).id}/test_cases`;

/** Returns the cases of a run, which appear only after some reads. */
export function listTestRunCases(memory: Memory, runs: Collection, request: StoreRequest): Node {
  const at = casesPath(memory, runs, request);
  const { id } = memory.row(runs.parameter, request.path);
  const isThere = memory.rows.countRead(id) > memory.state.casesAfterReads;
  return memory.page(request, isThere ? memory.rows.list(at) : []);
}

function runCase(memory: Memory, at: string, id: unknown): Row {
  const [, runId = ""] = /([^/]+)\/test_cases$/.exec(at) ?? [];
  const isThere = memory.rows.readsOf(runId) >= memory.state.casesAfterReads;
  const row = memory.rows.list(at).find(({ test_case }) => isNode(test_case) && test_case.id === id);
  if (!row || !isThere) throw notFound("test_case", String(id));
  return row;
}

/** Sets results: either all of them, or none if one is wrong. */
export function updateTestRunCases(memory: Memory, runs: Collection, request: StoreRequest): Node {
  openRun(memory, runs, request);
  const at = casesPath(memory, runs, request);
  const results = resultsOf(request.body);
  const changed = results.map((result) => {
    const row = runCase(memory, at, result.test_case_id);
    const status =
      runStatuses(memory).find(({ id }) => id === result.test_run_status_id) ?? result.test_run_status_id === undefined;
    if (status === false) throw unknownStatus(result.test_run_status_id);
    const set = status === true ? {} : { status: status.name, status_id: status.id };
    return { result, row: { ...row, ...set, ...(result.user_id !== undefined && { assignee_id: result.user_id }) } };
  });
  for (const { row } of changed) memory.rows.put(at, row);
  const shown = changed.map(({ result, row }) => ({
    test_case_id: result.test_case_id,
    test_run_status_id: row.status_id,
    user_id: row.assignee_id,
    updated_at: memory.now(),
  }));
  return { ...messageOf(request), data: { test_run_cases: shown } };
}

const unknownStatus = (id: unknown) => unrecorded("Test run status not found", `No test run status has the ID: ${id}`);

/** Returns the results in a body: in JSON, or as JSON text in the form part `data`. */
function resultsOf(body: Node): Node[] {
  const given = typeof body.data === "string" ? parseJson(body.data) : body;
  const list = isNode(given) ? given.test_run_cases : given;
  if (Array.isArray(list)) return list.filter(isNode);
  throw unrecorded("Invalid data", "The part data must be JSON with test_run_cases.");
}

export function assignTestRunUser(memory: Memory, runs: Collection, request: StoreRequest): Node {
  openRun(memory, runs, request);
  const { test_case_id, user_id } = request.body;
  assertUser(memory, user_id);
  const at = casesPath(memory, runs, request);
  memory.rows.put(at, { ...runCase(memory, at, test_case_id), assignee_id: user_id });
  return { ...messageOf(request), data: { test_run_case: { test_case_id, user_id, updated_at: memory.now() } } };
}

const messageOf = ({ operation }: StoreRequest): Node => {
  const content = contentOf(operation);
  return { message: isNode(content) ? content.message : "" };
};

/** Returns the statuses that a case of a run can have. */
function runStatuses(memory: Memory): Row[] {
  const operation = memory.operations.get("listTestRunStatuses");
  const { data } = Object(operation && lookupOf(operation));
  return isNode(data) && Array.isArray(data.statuses) ? data.statuses : [];
}

/** Returns the example of a lookup list: the observed one if there is one, else the first. */
export function lookupOf(operation: StoreRequest["operation"]): unknown {
  const [content] = responseFor(operation, defaultStatus(operation))?.contents ?? [];
  const examples = Object.entries(content?.examples ?? {});
  const observed = examples.find(([name]) => name.endsWith("_as_observed"));
  return (observed ?? examples[0])?.[1];
}
