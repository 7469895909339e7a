import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readPlanFile } from "../../src/plan/plan-file.ts";
import { apply, plannedResult, testPlan, testPlanFile } from "../apply-plan.ts";
import {
  caseId,
  type Fault,
  humanIdOf,
  MemoryService,
  projectId,
  rejectResultOf,
  type SeenRequest,
  withCursor,
} from "../memory-service.ts";

const results = [plannedResult(1), plannedResult(2, "failed"), plannedResult(3, "skipped")];
const recorded = { "DEMO-1": "Passed", "DEMO-2": "Failed", "DEMO-3": "Skipped" };

/** Returns the results of a run by human id. */
function resultsOf(service: MemoryService, index = 0): Record<string, string> {
  return Object.fromEntries(Array.from(service.runs[index]?.results ?? [], ([id, name]) => [humanIdOf(id), name]));
}

describe("applyPlan", () => {
  it("creates a run of the planned test cases, sets their results and closes it", async () => {
    const service = new MemoryService();
    const applied = await apply(service, testPlan(results));
    expect(applied).toMatchObject({ wasFound: false, recorded: 3, written: 3, notRecorded: [], isClosed: true });
    expect(service.runs).toHaveLength(1);
    expect(service.runs[0]).toMatchObject({ title: "Nightly #1", status: "CLOSED" });
    expect(resultsOf(service)).toEqual(recorded);
  });

  it("changes nothing when it is applied again", async () => {
    const service = new MemoryService();
    await apply(service, testPlan(results));
    service.requests.length = 0;
    const applied = await apply(service, testPlan(results));
    expect(applied).toMatchObject({ wasFound: true, recorded: 3, written: 0, isClosed: true });
    expect(service.runs).toHaveLength(1);
    expect(service.operations).not.toContain("updateTestRunCases");
    expect(service.operations).not.toContain("updateTestRun");
  });

  it("rejects with --if-exists reuse a closed run of the same title that holds other results", async () => {
    const service = new MemoryService();
    await apply(service, testPlan(results));
    const other = apply(service, testPlan([plannedResult(1, "failed")], { run: { ifExists: "reuse" } }));
    await expect(other).rejects.toMatchObject({
      outcome: "rejected",
      message: expect.stringContaining("is CLOSED and holds other results"),
    });
    expect(service.operations.filter((operation) => operation === "updateTestRunCases")).toHaveLength(1);
  });

  it("waits for the test cases of a new run to appear", async () => {
    const service = new MemoryService({ casesAfterReads: 6 });
    expect(await apply(service, testPlan(results))).toMatchObject({ recorded: 3, isClosed: true });
  });

  it("records with --if-exists reuse the rest when the run does not hold a test case, and leaves the run open", async () => {
    const service = new MemoryService();
    await apply(service, testPlan([plannedResult(1)], { close: "never" }));
    const applied = await apply(service, testPlan(results, { run: { ifExists: "reuse" } }));
    expect(applied).toMatchObject({ recorded: 1, isClosed: false, openReason: "not everything is recorded" });
    expect(applied.notRecorded.map(({ result, reason }) => [result.humanId, reason.slice(0, 36)])).toEqual([
      ["DEMO-2", "the run does not hold this test case"],
      ["DEMO-3", "the run does not hold this test case"],
    ]);
  });

  it("records the rest when the service rejects one result", async () => {
    const service = new MemoryService({ cases: 250 });
    service.fault = rejectResultOf(caseId(142));
    const many = Array.from({ length: 250 }, (_, index) => plannedResult(index + 1));
    const applied = await apply(service, testPlan(many));
    expect(applied.recorded).toBe(249);
    expect(applied.notRecorded).toEqual([
      {
        result: expect.objectContaining({ humanId: "DEMO-142" }),
        reason: expect.stringContaining("Invalid test case"),
        isFinal: true,
      },
    ]);
    expect(service.runs[0]?.status).toBe("ACTIVE");
  });

  it("records results that cannot be read back, because the list of the run ends early", async () => {
    const service = withCursor(new MemoryService({ cases: 250, pages: "cursor" }));
    const many = Array.from({ length: 250 }, (_, index) => plannedResult(index + 1));
    const applied = await apply(service, testPlan(many));
    expect(applied).toMatchObject({ recorded: 250, unverified: 150, notRecorded: [], isClosed: true });
    expect(new Set(service.runs[0]?.results.values())).toEqual(new Set(["Passed"]));

    const part = await apply(
      service,
      testPlan(many, { run: { title: "Nightly #2", cases: "all" }, results: many.slice(1) }),
    );
    expect(part).toMatchObject({
      recorded: 249,
      isClosed: false,
      openReason: "1 of its 100 test cases are untested (--close complete)",
    });
    const rest = testPlan(many, { run: { title: "Nightly #3", cases: "all" }, results: many.slice(0, 200) });
    expect(await apply(service, rest)).toMatchObject({
      isClosed: false,
      openReason: expect.stringContaining("cannot be read to its end"),
    });
  });

  it("takes the next title when another job closes the run meanwhile", async () => {
    const service = new MemoryService();
    let wasClosed = false;
    service.fault = async ({ operation }) => {
      if (operation === "updateTestRunCases" && !wasClosed) {
        wasClosed = true;
        await service.closeAll();
      }
      return undefined;
    };
    const applied = await apply(service, testPlan(results));
    expect(applied).toMatchObject({
      recorded: 3,
      run: { title: "Nightly #1 (2)" },
      passedRuns: [{ title: "Nightly #1", reason: "it is CLOSED and holds other results" }],
    });
    expect(resultsOf(service, 1)).toEqual(recorded);
  });

  it("reads a run again that another shard completed and closed meanwhile", async () => {
    const service = new MemoryService();
    service.fault = async ({ operation, index }) => {
      if (operation !== "updateTestRunCases" || index > 0) return undefined;
      const [run] = service.runs;
      const rows = results.map(({ testCaseId, statusId }) => ({
        test_case_id: testCaseId,
        test_run_status_id: statusId,
      }));
      await service.send("PUT", `/projects/${projectId}/test_runs/${run?.id}/test_cases`, { test_run_cases: rows });
      await service.closeAll();
      return undefined;
    };
    expect(await apply(service, testPlan(results))).toMatchObject({
      recorded: 3,
      notRecorded: [],
      passedRuns: [],
      isClosed: true,
    });
    expect(service.runs).toHaveLength(1);
  });

  it("sends the plan, the labels and the description of a new run", async () => {
    const service = new MemoryService();
    const run = {
      planId: "f2a8c1d4-9e63-4b27-8a51-7c0d6e9f3b42",
      labels: ["Smoke", "CI"],
      description: "Reported from CI.",
    };
    await apply(service, testPlan(results, { run }));
    expect(service.requests.find(({ operation }) => operation === "createTestRun")?.body).toMatchObject({
      test_plan_id: run.planId,
      label_names: run.labels,
      description: run.description,
      status: "ACTIVE",
    });
  });

  it("takes the run of an interrupted plan as its own, also with --if-exists fail", async () => {
    const service = new MemoryService();
    const planFile = await testPlanFile(testPlan(results, { run: { ifExists: "fail" } }));
    const controller = new AbortController();
    service.fault = ({ operation }) => {
      if (operation === "createTestRun") controller.abort(new Error("interrupted"));
      return controller.signal.aborted ? "lost-after" : undefined;
    };
    await expect(apply(service, planFile, { signal: controller.signal })).rejects.toThrow();
    service.fault = () => undefined;
    expect(await apply(service, await readPlanFile(planFile.file))).toMatchObject({
      wasFound: false,
      recorded: 3,
      isClosed: true,
    });
    expect(service.runs).toHaveLength(1);
  });

  it("shares one run among ten shards that race", async () => {
    const service = new MemoryService({ cases: 20 });
    const shards = Array.from({ length: 10 }, (_, shard) =>
      testPlan([plannedResult(2 * shard + 1), plannedResult(2 * shard + 2, "failed")], { run: { cases: "all" } }),
    );
    const applied = await Promise.all(shards.map((plan) => apply(service, plan)));
    expect(service.runs).toHaveLength(1);
    expect(applied.every(({ notRecorded }) => notRecorded.length === 0)).toBe(true);
    expect(new Set(service.runs[0]?.results.values())).toEqual(new Set(["Passed", "Failed"]));
    expect(service.runs[0]?.status).toBe("CLOSED");
  });

  it("leaves a run open whose other test cases are untested", async () => {
    const service = new MemoryService();
    const applied = await apply(service, testPlan(results, { run: { cases: "all" } }));
    expect(applied).toMatchObject({
      isClosed: false,
      openReason: "2 of its 5 test cases are untested (--close complete)",
    });
    expect(await apply(service, testPlan(results, { run: { cases: "all" }, close: "always" }))).toMatchObject({
      isClosed: true,
    });
  });

  it("fails with --if-exists fail when the title is taken", async () => {
    const service = new MemoryService();
    await apply(service, testPlan(results));
    const fail = apply(service, testPlan(results, { run: { ifExists: "fail" } }));
    await expect(fail).rejects.toMatchObject({ outcome: "rejected" });
    expect(service.runs).toHaveLength(1);
  });

  it("says when the title is taken but the run cannot be seen", async () => {
    const service = new MemoryService();
    await apply(service, testPlan(results));
    service.fault = ({ operation }) =>
      operation === "listTestRuns" ? Response.json({ message: "", data: { test_runs: [] } }) : undefined;
    await expect(apply(service, testPlan(results))).rejects.toThrow(
      'the title "Nightly #1" is taken, but the project has no run',
    );
  });

  it("attaches files in requests of their own, each sent once", async () => {
    const service = new MemoryService();
    const file = join(await mkdtemp(join(tmpdir(), "testsigma-file-")), "login.png");
    await writeFile(file, "png");
    const plan = testPlan(results, { attachments: [{ testCaseId: caseId(2), file }], close: "never" });
    const planFile = await testPlanFile(plan);
    service.fault = ({ operation, body }) =>
      operation === "updateTestRunCases" && Object.keys(body as object).length > 1 ? "lost-after" : undefined;
    const applied = await apply(service, planFile);
    expect(applied.notAttached).toEqual([{ file, reason: expect.any(String) }]);
    await apply(service, await readPlanFile(planFile.file));
    expect(service.files).toEqual(["login.png"]);
  });

  it("names a file that is missing and records the rest", async () => {
    const service = new MemoryService();
    const plan = testPlan(results, { attachments: [{ testCaseId: caseId(2), file: "/nowhere/login.png" }] });
    expect(await apply(service, plan)).toMatchObject({
      isClosed: true,
      notAttached: [{ file: "/nowhere/login.png", reason: "no such file" }],
    });
  });
});

describe("a request whose outcome is unknown", () => {
  const writes = ["createTestRun", "updateTestRunCases", "updateTestRun"];
  const cases = writes.flatMap((operation) =>
    (["lost-before", "lost-after"] as const).map((fault) => ({ operation, fault })),
  );

  const once = (operation: string, fault: Fault) => (request: SeenRequest) =>
    request.operation === operation && request.index === 0 ? fault : undefined;

  it.each(cases)("loses and doubles nothing: $operation, $fault", async ({ operation, fault }) => {
    const service = new MemoryService();
    service.fault = once(operation, fault);
    expect(await apply(service, testPlan(results))).toMatchObject({ recorded: 3, notRecorded: [], isClosed: true });
    expect(service.runs).toHaveLength(1);
    expect(resultsOf(service)).toEqual(recorded);
  });

  it.each(cases)(
    "is resumed when every further request is lost too: $operation, $fault",
    async ({ operation, fault }) => {
      const service = new MemoryService();
      let isDown = false;
      service.fault = (request) => {
        if (isDown) return "lost-before";
        isDown = request.operation === operation;
        return isDown ? fault : undefined;
      };
      const planFile = await testPlanFile(testPlan(results));
      await apply(service, planFile).catch(() => undefined);
      service.fault = () => undefined;
      expect(await apply(service, await readPlanFile(planFile.file))).toMatchObject({ recorded: 3, isClosed: true });
      expect(service.runs).toHaveLength(1);
      expect(resultsOf(service)).toEqual(recorded);
    },
  );

  it("stays unknown when the second create is lost too", async () => {
    const service = new MemoryService();
    service.fault = ({ operation }) => (operation === "createTestRun" ? "lost-before" : undefined);
    await expect(apply(service, testPlan(results))).rejects.toMatchObject({ outcome: "unknown" });
    expect(service.operations.filter((operation) => operation === "createTestRun")).toHaveLength(2);
  });

  it("creates no second time where titles are not trusted to be unique", async () => {
    const service = new MemoryService();
    service.fault = once("createTestRun", "lost-before");
    await expect(apply(service, testPlan(results, { run: { uniqueTitles: false } }))).rejects.toMatchObject({
      outcome: "unknown",
    });
    expect(service.operations.filter((operation) => operation === "createTestRun")).toHaveLength(1);
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

describe("an interruption", () => {
  it("at any request leaves a plan that finishes the report", async () => {
    const whole = new MemoryService();
    await apply(whole, testPlan(results));
    for (let stopAt = 0; stopAt < whole.requests.length; stopAt++) {
      for (const when of ["before", "after"]) {
        const service = new MemoryService();
        const controller = new AbortController();
        let count = 0;
        service.fault = () => {
          if (count++ !== stopAt) return undefined;
          controller.abort(new Error("interrupted"));
          return when === "before" ? "lost-before" : "lost-after";
        };
        const planFile = await testPlanFile(testPlan(results));
        await apply(service, planFile, { signal: controller.signal }).catch(() => undefined);
        service.fault = () => undefined;
        const applied = await apply(service, await readPlanFile(planFile.file));
        expect({ stopAt, when, runs: service.runs.length, ...resultsOf(service) }).toEqual({
          stopAt,
          when,
          runs: 1,
          ...recorded,
        });
        expect(applied.isClosed).toBe(true);
      }
    }
  });
});
