import { describe, expect } from "vitest";
import { changes } from "./contract-test.ts";

describe("completeTestPlan", () => {
  changes("completes a plan that has a run", async ({ client, target }) => {
    const project = { project_id: target.projectId };
    const plan = await client.createTestPlan({ ...project, title: target.newTitle() });
    const inPlan = { ...project, test_plan_id: plan.data.test_plan.id };
    await client.createTestRun({
      ...inPlan,
      title: target.newTitle(),
      status: "ACTIVE",
      selection_type: "DYNAMIC",
      static_selection_filters: [],
    });
    await client.listTestPlanRuns(inPlan);
    const { data } = await client.completeTestPlan(inPlan);

    expect(data.test_plan.status).toBe("COMPLETED");
  });
});
