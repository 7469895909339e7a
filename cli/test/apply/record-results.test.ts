import { describe, expect, it } from "vitest";
import {
  caseId,
  type Fault,
  json,
  MemoryService,
  project_id,
  rejectResultOf,
  statusId,
  withCursor,
} from "../support/memory-service.ts";
import { report, runTestsigma, testClock } from "../support/run-testsigma.ts";

const tests = ["DEMO-1", "DEMO-2: failed", "DEMO-3: skipped"];
const recorded = { "DEMO-1": "Passed", "DEMO-2": "Failed", "DEMO-3": "Skipped" };
const many = Array.from({ length: 250 }, (_, index) => `DEMO-${index + 1}`);

/** Reports with `--json`, and returns the outcome. */
async function outcomeOf(service: MemoryService, names: string[], flags: string[] = []) {
  const { exitCode, out } = await report(names, ["--json", "--fail-on", "never", ...flags], { service });
  return { exitCode, ...JSON.parse(out) };
}

/** Lets something happen before the results are first set. */
function beforeResults(service: MemoryService, act: () => Promise<unknown>): void {
  service.fault = async ({ operation, index }) => {
    if (operation === "updateTestRunCases" && index === 0) await act();
    return undefined;
  };
}

/** Sets results of the first run as another job does. */
async function setByOther(service: MemoryService, results: Readonly<Record<string, string>>): Promise<void> {
  const test_run_cases = Object.entries(results).map(([id, name]) => ({
    test_case_id: caseId(Number(id.slice("DEMO-".length))),
    test_run_status_id: statusId(name),
  }));
  const test_run_id = service.runs[0]?.id ?? "";
  await service.other.updateTestRunCases({ project_id, test_run_id, data: JSON.stringify({ test_run_cases }) });
}

/** Gives an operation this result instead of its own. */
function faulty(service: MemoryService, name: string, fault: () => Fault): void {
  service.fault = ({ operation }) => (operation === name ? fault() : undefined);
}

describe("the results of a report", () => {
  it("wait for the test cases of a new run to appear", async () => {
    const service = new MemoryService({ casesAfterReads: 6 });
    expect(await outcomeOf(service, tests)).toMatchObject({ exitCode: 0, cases: { recorded: 3 } });
    expect(service.runs).toMatchObject([{ status: "CLOSED", results: recorded }]);
  });

  it("are recorded as far as a named run contains their test cases, and the run stays open", async () => {
    const service = new MemoryService();
    await runTestsigma(["run", "create", "--case", "DEMO-1"], { service });
    const outcome = await outcomeOf(service, tests, ["--run", "DEMO-R-2"]);
    expect(outcome).toMatchObject({
      exitCode: 6,
      run: { is_closed: false, open_reason: "not everything is recorded" },
    });
    const reason = expect.stringContaining("the run does not contain this test case");
    expect(outcome.not_recorded).toEqual([
      { case: "DEMO-2", reason },
      { case: "DEMO-3", reason },
    ]);
  });

  it("are recorded, except the one that the service rejects", async () => {
    const service = new MemoryService({ cases: 250 });
    service.fault = rejectResultOf(caseId(142));
    const { exitCode, cases, not_recorded, can_continue } = await outcomeOf(service, many);
    expect({ exitCode, cases, can_continue }).toMatchObject({
      exitCode: 6,
      cases: { recorded: 249 },
      can_continue: false,
    });
    expect(not_recorded).toEqual([{ case: "DEMO-142", reason: expect.stringContaining("Invalid test case") }]);
    expect(service.runs[0]?.status).toBe("ACTIVE");
  });

  it("are recorded even if they cannot be read back, because the list of the run ends early", async () => {
    const service = withCursor(new MemoryService({ cases: 250, pages: "cursor" }));
    const whole = await outcomeOf(service, many);
    expect(whole).toMatchObject({ cases: { recorded: 250, unverified: 150 }, run: { is_closed: true } });
    expect(new Set(Object.values(service.runs[0]?.results ?? {}))).toEqual(new Set(["Passed"]));
    const parts: [string[], string][] = [
      [many.slice(1), "1 of its 100 test cases are untested"],
      [many.slice(0, 200), "list of test cases is incomplete"],
    ];
    for (const [names, reason] of parts) {
      const { cases, run } = await outcomeOf(service, names, ["--title", reason, "--cases", "all"]);
      expect({ cases, run }).toMatchObject({ cases: { recorded: names.length }, run: { is_closed: false } });
      expect(run.open_reason).toContain(reason);
    }
  });

  it("do not close a run that shows fewer test cases than it counts, which may appear late", async () => {
    const service = new MemoryService();
    const [status, status_id] = ["Passed", statusId("Passed")];
    const test_run_cases = [1, 2].map((number) => ({
      id: `${number}`,
      status,
      status_id,
      test_case: { id: caseId(number) },
    }));
    faulty(service, "listTestRunCases", () => json(200, { message: "", data: { test_run_cases } }));
    const { run } = await outcomeOf(service, ["DEMO-1", "DEMO-2"], ["--cases", "all"]);
    expect(run).toMatchObject({ is_closed: false, open_reason: "the run lacks 3 test cases (--close complete)" });
    const { exitCode, error } = await runTestsigma(["run", "close", "DEMO-R-2"], { service });
    expect(exitCode).toBe(3);
    expect(error).toMatch(/lacks 3 test cases; waiting for them to appear\n.*stays open: the run lacks 3 test cases/);
  });

  it("go to the run of the next title when another job closes the run meanwhile", async () => {
    const service = new MemoryService();
    beforeResults(service, () => service.closeAll());
    const passed_runs = [{ title: "Nightly #1", reason: "it is CLOSED and has other results" }];
    const run = { title: "Nightly #1 (2)", passed_runs };
    expect(await outcomeOf(service, tests)).toMatchObject({ exitCode: 0, run });
    expect(service.runs[1]?.results).toEqual(recorded);
  });

  it("are complete if another shard recorded the same ones and closed the run meanwhile", async () => {
    const service = new MemoryService();
    beforeResults(service, async () => {
      await setByOther(service, recorded);
      await service.closeAll();
    });
    expect(await outcomeOf(service, tests)).toMatchObject({ exitCode: 0, not_recorded: [], run: { passed_runs: [] } });
    expect(service.runs).toHaveLength(1);
  });

  it("of a matrix are set again if a job that read the run before them wrote a better one after them", async () => {
    const service = new MemoryService();
    const clock = testClock();
    let pauses = 0;
    const sleep = async (ms: number) => {
      if (ms === 3_000 && pauses++ === 0) await setByOther(service, { "DEMO-2": "Passed" });
    };
    await report(tests, ["--close", "never"], { service, clock: { ...clock, sleep } });
    expect(service.runs).toMatchObject([{ status: "ACTIVE", results: recorded }]);
    expect(pauses).toBe(2);
  });
});

describe("the create of a run", () => {
  it("sends the plan, the labels and a description", async () => {
    const service = new MemoryService();
    const plan = "f2a8c1d4-9e63-4b27-8a51-7c0d6e9f3b42";
    await report(tests, ["--plan", plan, "--label", "Smoke", "--label", "CI"], { service });
    expect(service.requests.find(({ operation }) => operation === "createTestRun")?.body).toMatchObject({
      test_plan_id: plan,
      label_names: ["Smoke", "CI"],
      description: "Reported with testsigma-tms. Reports: junit.xml.",
    });
  });

  it.each<[string, () => Fault]>([
    ["is lost", () => "lost-before"],
    ["has a response without an id", () => json(200, { message: "", data: { test_run: {} } })],
  ])("that %s twice is of unknown outcome; titles are unique, so it is sent a second time", async (_, fault) => {
    const service = new MemoryService();
    faulty(service, "createTestRun", fault);
    expect(await outcomeOf(service, tests)).toMatchObject({ exitCode: 4, can_continue: true });
    expect(service.operations.filter((operation) => operation === "createTestRun")).toHaveLength(2);
  });

  it("is not sent a second time if its run is listed", async () => {
    const service = new MemoryService();
    service.fault = ({ operation }) => (operation === "createTestRun" ? "lost-after" : undefined);
    expect(await outcomeOf(service, tests)).toMatchObject({ exitCode: 0, run: { was_found: false } });
    expect(service.operations.filter((operation) => operation === "createTestRun")).toHaveLength(1);
  });

  it("with a duplicate title finds the run, whatever the status of the response", async () => {
    const service = new MemoryService();
    await report(tests, [], { service });
    faulty(service, "createTestRun", () => json(500, { message: "Error test run title already exists" }));
    expect(await outcomeOf(service, tests)).toMatchObject({ run: { was_found: true }, cases: { written: 0 } });
  });

  it("says when the title is in use but the run cannot be seen", async () => {
    const service = new MemoryService();
    await report(tests, [], { service });
    faulty(service, "listTestRuns", () => json(200, { message: "", data: { test_runs: [] } }));
    const { exitCode, error } = await outcomeOf(service, tests);
    expect({ exitCode, error }).toEqual({
      exitCode: 3,
      error: expect.stringContaining("is in use, but lists no such"),
    });
  });
});
