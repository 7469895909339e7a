import type { JsonObject } from "../http/json.js";
import type { Call } from "./call.js";

const runsPath = "/projects/{project_id}/test_runs";

export function completeTestPlan(call: Call): JsonObject {
  const { id, status, completed_at } = call.change({ status: "COMPLETED", completed_at: call.memory.now() });
  return call.single({ id, status, completed_at });
}

export function listTestPlanRuns(call: Call): JsonObject {
  const plan = call.row();
  return call.page(call.table(runsPath).entries.filter(({ row }) => row.test_plan_id === plan.id));
}

/** Deletes a plan. Its runs stay, without a plan. */
export function deleteTestPlan(call: Call): undefined {
  const { id } = call.row();
  const runs = call.table(runsPath);
  for (const run of runs.rows()) if (run.test_plan_id === id) runs.put({ ...run, test_plan_id: "" });
  call.table().remove(id);
}
