import { describe, expect, it } from "vitest";
import { environmentOf, reportJob, stateOf } from "../support/github-build.ts";
import { MemoryService } from "../support/memory-service.ts";
import { runTestsigma } from "../support/run-testsigma.ts";

const title = "acme/shop CI test main #7";
const [pass, fail] = [
  ["DEMO-1", "DEMO-2"],
  ["DEMO-1", "DEMO-2: failed"],
];

describe("an attempt of a build", () => {
  it("has a run of its own: F, P, F", async () => {
    const service = new MemoryService();
    const codes = [];
    for (const [index, tests] of [fail, pass, fail].entries()) {
      codes.push((await reportJob(service, { attempt: index + 1, tests })).exitCode);
    }
    expect(codes).toEqual([1, 0, 1]);
    expect(stateOf(service)).toEqual({
      [title]: "CLOSED, DEMO-1 Passed, DEMO-2 Failed",
      [`${title} (attempt 2)`]: "CLOSED, DEMO-1 Passed, DEMO-2 Passed",
      [`${title} (attempt 3)`]: "CLOSED, DEMO-1 Passed, DEMO-2 Failed",
    });
  });

  it("finds its run again, which changes nothing", async () => {
    const service = new MemoryService();
    for (const attempt of [1, 2]) {
      await reportJob(service, { attempt, tests: fail });
      const again = await reportJob(service, { attempt, tests: fail });
      expect(again).toMatchObject({ exitCode: 1, outcome: { run: { was_found: true }, cases: { written: 0 } } });
      expect(again.error).toContain("2 of 2 test cases, all already there");
      expect(again.error).not.toContain("hint");
    }
    expect(Object.keys(stateOf(service))).toEqual([title, `${title} (attempt 2)`]);
  });
});

describe("a closed run of the same title", () => {
  it("with different results is followed by the next number, compared with the newest: F, P, P, F", async () => {
    const service = new MemoryService();
    for (const tests of [fail, pass, pass, fail]) await reportJob(service, { attempt: 0, tests });
    expect(stateOf(service)).toEqual({
      [title]: "CLOSED, DEMO-1 Passed, DEMO-2 Failed",
      [`${title} (2)`]: "CLOSED, DEMO-1 Passed, DEMO-2 Passed",
      [`${title} (3)`]: "CLOSED, DEMO-1 Passed, DEMO-2 Failed",
    });
    const last = await reportJob(service, { attempt: 0, tests: pass });
    expect(last.error).toContain(`skipped   "${title} (3)": it is CLOSED and has other results`);
  });

  it("with the same results is kept: an equal second night is not recorded, and a hint says why", async () => {
    const service = new MemoryService();
    const night = () => reportJob(service, { attempt: 0, tests: pass, flags: ["--title", "Nightly {job}"] });
    expect((await night()).error).not.toContain("hint");
    const second = await night();
    expect(second).toMatchObject({ exitCode: 0, outcome: { run: { title: "Nightly test", was_found: true } } });
    expect(second.error).toContain("to record every build, put {date} or {run_number} into --title");
    expect(stateOf(service)).toEqual({ "Nightly test": "CLOSED, DEMO-1 Passed, DEMO-2 Passed" });
  });
});

describe("several jobs", () => {
  it("with one title and different test cases use the next title, in sequence and in parallel", async () => {
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

  const closeJob = (service: MemoryService, name: string, attempt: number) =>
    runTestsigma(["run", "close", "--title", name], {
      service,
      ciName: "GitHub Actions",
      environment: environmentOf("close", attempt),
    });

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

  it("is closed by its last job", async () => {
    const service = new MemoryService();
    const titled = [...flags, "--title", "{repo} #{run_number}"];
    for (const job of [failed, passed]) await reportJob(service, { ...job, flags: titled });
    expect((await closeJob(service, "{repo} #{run_number}", 1)).exitCode).toBe(0);
    expect(stateOf(service)).toEqual({ "acme/shop #7": "CLOSED, DEMO-1 Passed, DEMO-2 Failed" });

    // The failed job is run again and passes, and then the job that closes the run.
    const again = await reportJob(service, { ...passed, attempt: 2, flags: titled });
    expect(again.exitCode).toBe(0);
    const last = await closeJob(service, "{repo} #{run_number}", 2);
    expect(last).toMatchObject({ exitCode: 0, error: expect.stringContaining('"acme/shop #7 (attempt 2)" is CLOSED') });
    expect(stateOf(service)["acme/shop #7 (attempt 2)"]).toBe("CLOSED, DEMO-1 Passed, DEMO-2 Passed");
  });

  it("is closed by its last job if only that one is run again", async () => {
    const service = new MemoryService();
    await reportJob(service, passed);
    expect((await closeJob(service, "acme/shop CI test main #{run_number}", 2)).exitCode).toBe(0);
    expect(stateOf(service)).toEqual({ [title]: "CLOSED, DEMO-1 Passed, DEMO-2 Passed" });
  });

  it("rejects no job even if all of them close the run and report in parallel", async () => {
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

  it("share one run in sequence, which the last one closes", async () => {
    const service = new MemoryService();
    for (const shard of shards) expect((await reportJob(service, shard)).exitCode).toBe(0);
    expect(stateOf(service)).toEqual(whole);
  });

  it("share one run in parallel", async () => {
    const service = new MemoryService({ casesAfterReads: 3 });
    const results = await Promise.all(shards.map((shard) => reportJob(service, shard)));
    expect(results.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0, 0]);
    expect(stateOf(service)).toEqual(whole);
  });

  it("record the pass of a re-run shard in the run of that attempt, which it closes", async () => {
    const service = new MemoryService();
    const [first, ...others] = shards;
    await reportJob(service, { tests: ["DEMO-1: failed"], flags: ["--cases", "all"] });
    for (const shard of others) await reportJob(service, shard);
    const again = await reportJob(service, { tests: first?.tests ?? [], flags: ["--cases", "all"], attempt: 2 });
    expect(again.exitCode).toBe(0);
    expect(stateOf(service)).toEqual({
      [title]: "CLOSED, DEMO-1 Failed, DEMO-2 Passed, DEMO-3 Passed, DEMO-4 Passed, DEMO-5 Passed",
      [`${title} (attempt 2)`]: "CLOSED, DEMO-1 Passed",
    });
  });
});
