import { describe, expect, it } from "vitest";
import { caseId, MemoryService, projectId, rejectResultOf, withCursor } from "../support/memory-service.ts";
import { apply, plannedResult, statuses, testPlan } from "../support/test-plan.ts";

const results = [plannedResult(1), plannedResult(2, "failed"), plannedResult(3, "skipped")];
const recorded = { "DEMO-1": "Passed", "DEMO-2": "Failed", "DEMO-3": "Skipped" };

describe("applyPlan", () => {
  it("waits for the test cases of a new run to appear", async () => {
    const service = new MemoryService({ casesAfterReads: 6 });
    expect(await apply(service, testPlan(results))).toMatchObject({ recorded: 3, isClosed: true });
  });

  it("records the rest into a named run that does not contain a test case, and leaves the run open", async () => {
    const service = new MemoryService();
    const { run } = await apply(service, testPlan([plannedResult(1)], { close: "never" }));
    const applied = await apply(service, testPlan(results, { run: { id: run.id } }));
    expect(applied).toMatchObject({ recorded: 1, isClosed: false, openReason: "not everything is recorded" });
    const reason = expect.stringContaining("the run does not contain this test case");
    expect(applied.notRecorded).toMatchObject([
      { result: { humanId: "DEMO-2" }, reason },
      { result: { humanId: "DEMO-3" }, reason },
    ]);
  });

  it("records the rest when the service rejects one result", async () => {
    const service = new MemoryService({ cases: 250 });
    service.fault = rejectResultOf(caseId(142));
    const many = Array.from({ length: 250 }, (_, index) => plannedResult(index + 1));
    const applied = await apply(service, testPlan(many));
    expect(applied.recorded).toBe(249);
    expect(applied.notRecorded).toMatchObject([
      { result: { humanId: "DEMO-142" }, reason: expect.stringContaining("Invalid test case"), isFinal: true },
    ]);
    expect(service.runs[0]?.status).toBe("ACTIVE");
  });

  it("records results that cannot be read back, because the list of the run ends early", async () => {
    const service = withCursor(new MemoryService({ cases: 250, pages: "cursor" }));
    const many = Array.from({ length: 250 }, (_, index) => plannedResult(index + 1));
    const whole = await apply(service, testPlan(many));
    expect(whole).toMatchObject({ recorded: 250, unverified: 150, notRecorded: [], isClosed: true });
    expect(new Set(Object.values(service.runs[0]?.results ?? {}))).toEqual(new Set(["Passed"]));

    const parts = [
      { title: "Nightly #2", results: many.slice(1), openReason: "1 of its 100 test cases are untested" },
      { title: "Nightly #3", results: many.slice(0, 200), openReason: "list of test cases is incomplete" },
    ];
    for (const { title, results, openReason } of parts) {
      const part = await apply(service, testPlan(results, { run: { title, cases: "all" } }));
      expect(part).toMatchObject({ recorded: results.length, isClosed: false });
      expect(part.openReason).toContain(openReason);
    }
  });

  it("takes the next title when another job closes the run meanwhile", async () => {
    const service = new MemoryService();
    service.fault = async ({ operation, index }) => {
      if (operation === "updateTestRunCases" && index === 0) await service.closeAll();
      return undefined;
    };
    expect(await apply(service, testPlan(results))).toMatchObject({
      recorded: 3,
      run: { title: "Nightly #1 (2)" },
      passedRuns: [{ title: "Nightly #1", reason: "it is CLOSED and has other results" }],
    });
    expect(service.runs[1]?.results).toEqual(recorded);
  });

  it("reads a run again that another shard completed and closed meanwhile", async () => {
    const service = new MemoryService();
    service.fault = async ({ operation, index }) => {
      if (operation !== "updateTestRunCases" || index > 0) return undefined;
      const rows = results.map((row) => ({
        test_case_id: row.testCaseId,
        test_run_status_id: statuses[row.status].id,
      }));
      const path = `/projects/${projectId}/test_runs/${service.runs[0]?.id}/test_cases`;
      await service.send("PUT", path, { test_run_cases: rows });
      await service.closeAll();
      return undefined;
    };
    const applied = await apply(service, testPlan(results));
    expect(applied).toMatchObject({ recorded: 3, notRecorded: [], passedRuns: [], isClosed: true });
    expect(service.runs).toHaveLength(1);
  });

  it("sends the plan, the labels and the description of a new run", async () => {
    const service = new MemoryService();
    const planId = "f2a8c1d4-9e63-4b27-8a51-7c0d6e9f3b42";
    const run = { planId, labels: ["Smoke", "CI"], description: "Reported from CI." };
    await apply(service, testPlan(results, { run }));
    expect(service.requests.find(({ operation }) => operation === "createTestRun")?.body).toMatchObject({
      test_plan_id: planId,
      label_names: run.labels,
      description: run.description,
      status: "ACTIVE",
    });
  });

  it("leaves a run open whose other test cases are untested, unless told to close it", async () => {
    const service = new MemoryService();
    const run = { cases: "all" } as const;
    const openReason = "2 of its 5 test cases are untested (--close complete)";
    expect(await apply(service, testPlan(results, { run }))).toMatchObject({ isClosed: false, openReason });
    expect(await apply(service, testPlan(results, { run, close: "always" }))).toMatchObject({ isClosed: true });
  });

  it("says when the title is taken but the run cannot be seen", async () => {
    const service = new MemoryService();
    await apply(service, testPlan(results));
    service.fault = ({ operation }) =>
      operation === "listTestRuns" ? Response.json({ message: "", data: { test_runs: [] } }) : undefined;
    const message = 'the title "Nightly #1" is in use, but lists no such run';
    await expect(apply(service, testPlan(results))).rejects.toThrow(message);
  });
});

describe("a create whose outcome is unknown", () => {
  it("is sent once more, because titles are unique", async () => {
    const service = new MemoryService();
    service.fault = ({ operation }) => (operation === "createTestRun" ? "lost-before" : undefined);
    await expect(apply(service, testPlan(results))).rejects.toMatchObject({ outcome: "unknown" });
    expect(service.operations.filter((operation) => operation === "createTestRun")).toHaveLength(2);
  });

  it("is one whose response has no id", async () => {
    const service = new MemoryService();
    service.fault = ({ operation }) =>
      operation === "createTestRun" ? Response.json({ message: "", data: { test_run: {} } }) : undefined;
    await expect(apply(service, testPlan(results))).rejects.toMatchObject({ outcome: "unknown" });
  });

  it("takes a duplicate title as such whatever the status of the response", async () => {
    const service = new MemoryService();
    await apply(service, testPlan(results));
    service.fault = ({ operation }) =>
      operation === "createTestRun"
        ? Response.json({ message: "Error test run title already exists" }, { status: 500 })
        : undefined;
    expect(await apply(service, testPlan(results))).toMatchObject({ wasFound: true, written: 0 });
  });
});

describe("a plan that was stopped", () => {
  const stops = (["lost-before", "lost-after"] as const).flatMap((fault) =>
    (["interrupted", "without a connection"] as const).map((how) => ({ fault, how })),
  );

  it.each(stops)("at any request, $fault and then $how, is finished by the same again", async (stop) => {
    const whole = new MemoryService();
    await apply(whole, testPlan(results));
    for (const stopAt of whole.requests.keys()) {
      const service = new MemoryService();
      const controller = new AbortController();
      service.fault = () => {
        if (service.requests.length <= stopAt) return undefined;
        if (stop.how === "interrupted") controller.abort(new Error("interrupted"));
        return service.requests.length === stopAt + 1 ? stop.fault : "lost-before";
      };
      await apply(service, testPlan(results), { signal: controller.signal }).catch(() => undefined);
      service.fault = () => undefined;
      await apply(service, testPlan(results));
      expect({ stopAt, runs: service.runs }).toMatchObject({
        stopAt,
        runs: [{ status: "CLOSED", results: recorded }],
      });
    }
  });
});
