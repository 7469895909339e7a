import { describe, expect, it } from "vitest";
import { environmentOf, reportJob, stateOf } from "../support/github-build.ts";
import { MemoryService } from "../support/memory-service.ts";
import { runTestsigma } from "../support/run-testsigma.ts";

const title = "acme/shop CI test main #7";
const [pass, fail] = [
  ["DEMO-1", "DEMO-2"],
  ["DEMO-1", "DEMO-2: failed"],
];

describe("a re-run", () => {
  it("of failed jobs, whose tests pass now, is green; the pass is in the run of the attempt", async () => {
    const service = new MemoryService();
    expect((await reportJob(service, { tests: fail })).exitCode).toBe(1);
    const second = await reportJob(service, { attempt: 2, tests: pass });
    expect(second.exitCode).toBe(0);
    expect(second.outcome.run).toMatchObject({
      title: `${title} (attempt 2)`,
      is_closed: true,
      passed_runs: [{ title, reason: "it is CLOSED and holds other results" }],
    });
    expect(second.error).toContain(`"${title}": it is CLOSED and holds other results`);
    expect(second.error).not.toContain("resume");
    expect(stateOf(service)).toEqual({
      [title]: "CLOSED, DEMO-1 Passed, DEMO-2 Failed",
      [`${title} (attempt 2)`]: "CLOSED, DEMO-1 Passed, DEMO-2 Passed",
    });
  });

  it("with the same results changes nothing, also the third time", async () => {
    const service = new MemoryService();
    await reportJob(service, { tests: fail });
    for (const call of [
      { attempt: 1, tests: fail },
      { attempt: 2, tests: pass },
      { attempt: 2, tests: pass },
    ]) {
      const { exitCode } = await reportJob(service, call);
      expect(exitCode).toBe(call.tests === fail ? 1 : 0);
    }
    expect(Object.keys(stateOf(service))).toEqual([title, `${title} (attempt 2)`]);
    const third = await reportJob(service, { attempt: 3, tests: fail });
    expect(third).toMatchObject({ exitCode: 1, outcome: { run: { title, was_found: true }, cases: { written: 0 } } });
  });

  it("where the CI system tells no attempt takes the next number", async () => {
    const service = new MemoryService();
    for (const test of ["DEMO-1: failed", "DEMO-1", "DEMO-1", "DEMO-1: skipped"]) {
      await reportJob(service, { attempt: 0, tests: [test] });
    }
    expect(stateOf(service)).toEqual({
      [title]: "CLOSED, DEMO-1 Failed",
      [`${title} (2)`]: "CLOSED, DEMO-1 Passed",
      [`${title} (3)`]: "CLOSED, DEMO-1 Skipped",
    });
  });

  it.each([
    ["reuse", "is CLOSED and holds other results: only an ACTIVE run can be changed"],
    ["fail", `a run "${title}" exists already (--if-exists fail)`],
  ])(
    "with --if-exists %s is rejected, and resume is not offered because it cannot succeed",
    async (policy, message) => {
      const service = new MemoryService();
      await reportJob(service, { tests: fail });
      const second = await reportJob(service, { tests: pass, flags: ["--if-exists", policy] });
      expect(second.exitCode).toBe(3);
      expect(second.error).toContain(message);
      expect(second.outcome).toMatchObject({ plan_file: null, resume_command: null });
      expect(stateOf(service)).toEqual({ [title]: "CLOSED, DEMO-1 Passed, DEMO-2 Failed" });
    },
  );
});

describe("several jobs", () => {
  it("each have a run of their own", async () => {
    const service = new MemoryService();
    const unit = await reportJob(service, { job: "unit", tests: ["DEMO-1"] });
    const e2e = await reportJob(service, { job: "e2e", tests: ["DEMO-2", "DEMO-1: failed"] });
    expect([unit.exitCode, e2e.exitCode]).toEqual([0, 1]);
    expect(stateOf(service)).toEqual({
      "acme/shop CI unit main #7": "CLOSED, DEMO-1 Passed",
      "acme/shop CI e2e main #7": "CLOSED, DEMO-1 Failed, DEMO-2 Passed",
    });
  });

  it("of one title and other test cases go to the next title, one after the other and at once", async () => {
    const flags = ["--title", "Nightly"];
    const jobs = [["DEMO-1"], ["DEMO-2"], ["DEMO-3", "DEMO-4"]].map((tests) => ({ tests, flags }));
    const inTurn = new MemoryService();
    for (const job of jobs) expect((await reportJob(inTurn, job)).exitCode).toBe(0);
    expect(stateOf(inTurn)).toEqual({
      Nightly: "CLOSED, DEMO-1 Passed",
      "Nightly (2)": "CLOSED, DEMO-2 Passed",
      "Nightly (3)": "CLOSED, DEMO-3 Passed, DEMO-4 Passed",
    });
    const atOnce = new MemoryService();
    const results = await Promise.all(jobs.map((job) => reportJob(atOnce, job)));
    expect(results.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
    expect(Object.values(stateOf(atOnce)).toSorted()).toEqual(Object.values(stateOf(inTurn)).toSorted());
  });
});

describe("a matrix whose jobs use --close never", () => {
  const flags = ["--close", "never"];
  const [passed, failed] = [
    { tests: ["DEMO-1", "DEMO-2"], flags },
    { tests: ["DEMO-1", "DEMO-2: failed"], flags },
  ];

  it.each([
    ["failed first", failed, passed],
    ["passed first", passed, failed],
  ])("keeps the worse result and says so: %s", async (_, first, second) => {
    const service = new MemoryService();
    await reportJob(service, first);
    const { error, outcome } = await reportJob(service, second);
    expect(stateOf(service)).toEqual({ [title]: "ACTIVE, DEMO-1 Passed, DEMO-2 Failed" });
    const [ours, theirs] = second === passed ? ["Passed", "Failed"] : ["Failed", "Passed"];
    expect(outcome.conflicts).toEqual([{ case: "DEMO-2", ours, theirs, stands: "Failed" }]);
    expect(error).toContain(`DEMO-2: ${ours} here, ${theirs} there; Failed stands`);
  });

  it("keeps the worse result also when all jobs report at once", async () => {
    for (let round = 0; round < 5; round++) {
      const service = new MemoryService();
      const jobs = [failed, passed, passed, failed, passed];
      const results = await Promise.all(jobs.map((job) => reportJob(service, job)));
      expect(results.map(({ exitCode }) => exitCode)).toEqual([1, 0, 0, 1, 0]);
      expect(stateOf(service)).toEqual({ [title]: "ACTIVE, DEMO-1 Passed, DEMO-2 Failed" });
    }
  });

  it("is closed by its last job", async () => {
    const service = new MemoryService();
    const titled = [...flags, "--title", "{repo} #{run_number}"];
    await Promise.all([failed, passed].map((job) => reportJob(service, { ...job, flags: titled })));
    const close = ["run", "close", "--title", "{repo} #{run_number}"];
    const given = { service, ciName: "GitHub Actions", environment: environmentOf("close", 1) };
    expect((await runTestsigma(close, given)).exitCode).toBe(0);
    expect(stateOf(service)).toEqual({ "acme/shop #7": "CLOSED, DEMO-1 Passed, DEMO-2 Failed" });

    // The failed job runs again and passes, and then the job that closes the run.
    const again = await reportJob(service, { ...passed, attempt: 2, flags: titled });
    expect(again.exitCode).toBe(0);
    const last = await runTestsigma(close, { ...given, environment: environmentOf("close", 2) });
    expect(last).toMatchObject({ exitCode: 0, error: expect.stringContaining('"acme/shop #7 (attempt 2)" is CLOSED') });
    expect(stateOf(service)["acme/shop #7 (attempt 2)"]).toBe("CLOSED, DEMO-1 Passed, DEMO-2 Passed");
  });

  it("replaces the result in a later attempt of the job, as long as the run is open", async () => {
    const service = new MemoryService();
    await reportJob(service, failed);
    const { error } = await reportJob(service, { ...passed, attempt: 2 });
    expect(stateOf(service)).toEqual({ [title]: "ACTIVE, DEMO-1 Passed, DEMO-2 Passed" });
    expect(error).toContain("DEMO-2: Passed here, Failed there; Passed stands");
  });

  it.each([
    ["worst", 2, 0, "Failed"],
    ["replace", 1, 0, "Passed"],
    ["fail", 1, 6, "Failed"],
  ])("follows --on-conflict %s in attempt %i", async (policy, attempt, exitCode, stands) => {
    const service = new MemoryService();
    await reportJob(service, failed);
    const second = await reportJob(service, { ...passed, attempt, flags: [...flags, "--on-conflict", policy] });
    expect(second.exitCode).toBe(exitCode);
    expect(stateOf(service)).toEqual({ [title]: `ACTIVE, DEMO-1 Passed, DEMO-2 ${stands}` });
    if (policy === "fail") {
      expect(second.outcome.not_recorded).toEqual([
        { case: "DEMO-2", reason: "another job recorded Failed (--on-conflict fail)" },
      ]);
      expect(second.outcome.resume_command).toBeNull();
    }
  });

  it("whose jobs close after all, and report at once, rejects none of them", async () => {
    for (let round = 0; round < 5; round++) {
      const service = new MemoryService();
      const jobs = [fail, pass, fail, pass].map((tests) => ({ tests }));
      const results = await Promise.all(jobs.map((job) => reportJob(service, job)));
      expect(results.map(({ exitCode }) => exitCode)).toEqual([1, 0, 1, 0]);
      expect(results.every(({ outcome }) => outcome.cases.recorded === 2)).toBe(true);
    }
  });
});

describe("shards", () => {
  const shards = [1, 2, 3, 4, 5].map((number) => ({ tests: [`DEMO-${number}`], flags: ["--cases", "all"] }));
  const whole = { [title]: "CLOSED, DEMO-1 Passed, DEMO-2 Passed, DEMO-3 Passed, DEMO-4 Passed, DEMO-5 Passed" };

  it("share one run, one after the other, which is closed by the last", async () => {
    const service = new MemoryService();
    for (const shard of shards) expect((await reportJob(service, shard)).exitCode).toBe(0);
    expect(stateOf(service)).toEqual(whole);
  });

  it("share one run at once", async () => {
    const service = new MemoryService({ casesAfterReads: 3 });
    const results = await Promise.all(shards.map((shard) => reportJob(service, shard)));
    expect(results.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0, 0]);
    expect(stateOf(service)).toEqual(whole);
  });

  it("of which one is run again report the pass in the run of the attempt", async () => {
    const service = new MemoryService();
    const [first, ...others] = shards;
    await reportJob(service, { tests: ["DEMO-1: failed"], flags: ["--cases", "all"] });
    for (const shard of others) await reportJob(service, shard);
    const again = await reportJob(service, { tests: first?.tests ?? [], flags: ["--cases", "all"], attempt: 2 });
    expect(again).toMatchObject({ exitCode: 0, outcome: { run: { title: `${title} (attempt 2)` } } });
    expect(stateOf(service)[title]).toContain("DEMO-1 Failed");
  });
});
