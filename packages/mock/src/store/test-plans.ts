import { isObject, type JsonObject } from "../http/json.js";
import { type Collection, contentOf } from "./collections.js";
import type { Memory, StoreRequest } from "./memory.js";

const runsPath = "/projects/{project_id}/test_runs";

export function completeTestPlan(memory: Memory, plans: Collection, request: StoreRequest): JsonObject {
  const changes = { status: "COMPLETED", completed_at: memory.now() };
  const { id, status, completed_at } = memory.change(plans, request.path, changes);
  const content = contentOf(request.operation);
  return { ...(isObject(content) && content), data: { test_plan: { id, status, completed_at } } };
}

export function listTestPlanRuns(memory: Memory, plans: Collection, request: StoreRequest): JsonObject {
  const plan = memory.row(plans.parameter, request.path);
  const runs = memory.rows.entries(memory.pathOf(runsPath, request.path));
  return memory.page(
    request,
    runs.filter(({ row }) => row.test_plan_id === plan.id),
  );
}

/** Deletes a plan. Its runs stay, without a plan. */
export function deleteTestPlan(memory: Memory, plans: Collection, { path }: StoreRequest): undefined {
  const { id } = memory.row(plans.parameter, path);
  const at = memory.pathOf(runsPath, path);
  for (const run of memory.rows.list(at)) {
    if (run.test_plan_id === id) memory.rows.put(at, { ...run, test_plan_id: "" });
  }
  memory.rows.remove(memory.pathOf(plans.path, path), id);
}
