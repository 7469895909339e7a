import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { json, MemoryService } from "../support/memory-service.ts";
import { apiKey, folderWithReport, report, runTestsigma } from "../support/run-testsigma.ts";
import { testClock } from "../support/test-plan.ts";

describe("the exit code", () => {
  it("reflects what was recorded, even if output cannot be written", async () => {
    const cwd = await folderWithReport("DEMO-1");
    const folder = join(cwd, "folder");
    await mkdir(folder);
    const files = { GITHUB_STEP_SUMMARY: folder, GITHUB_OUTPUT: folder };
    const environment = { TESTSIGMA_API_KEY: apiKey, GITHUB_ACTIONS: "true", ...files };
    const { exitCode, error } = await report([], [], { cwd, environment });
    expect(exitCode).toBe(0);
    // The code is EISDIR, or EPERM on Windows.
    expect(error).toMatch(/the summary cannot be written: \w+[\s\S]*the step's outputs cannot be written: \w+/);
  });

  it("is never the usage code for an internal error", async () => {
    const clock = {
      ...testClock(),
      // The first pause of this length is for a run whose test cases are late.
      async sleep(ms: number) {
        if (ms >= 500) throw new TypeError("cannot read properties of undefined");
      },
    };
    const service = new MemoryService({ casesAfterReads: 3 });
    const { exitCode, error } = await report(["DEMO-1"], [], { service, clock });
    expect(exitCode).toBe(4);
    expect(error).toContain("it is unknown whether everything is recorded");
    expect(error).not.toContain("nothing was sent");
    const debug = await runTestsigma(["--debug", "report", "no.xml"], { service });
    expect(debug.error).toMatch(/ReportError: no report found[\s\S]*\n {4}at /);
  });

  it.each([
    ["a page of test cases", "listTestCases"],
    ["the test cases of the run", "listTestRunCases"],
  ])("of a key that is revoked is 3, also while %s are read", async (_, wanted) => {
    const service = new MemoryService({ cases: 250 });
    service.fault = ({ operation }) =>
      operation === wanted ? json(401, { code: 401, message: "Authorization header required" }) : undefined;
    expect(await report(["DEMO-1", "DEMO-240"], [], { service })).toMatchObject({ exitCode: 3 });
    expect(service.operations.at(-1)).toBe(wanted);
  });

  it.each([
    [["report", "junit.xml"], "listProjects", 5],
    [["report", "junit.xml"], "updateTestRunCases", 4],
    [["run", "create", "--cases", "all"], "listProjects", 5],
    [["run", "create", "--cases", "all"], "createTestRun", 4],
    [["run", "status", "DEMO-R-1"], "getTestRun", 5],
    [["run", "close", "--title", "Nightly"], "listTestRuns", 5],
    [["doctor"], "listProjects", 5],
    [["api", "listUsers"], "listUsers", 4],
  ])("of %j after --timeout, in %s, is %i", async (args, wanted, expected) => {
    const service = new MemoryService();
    service.fault = ({ operation }) => (operation === wanted ? new Promise<undefined>(() => undefined) : undefined);
    const fetch: typeof globalThis.fetch = async (url, init) => {
      const { signal } = init ?? {};
      const aborted = new Promise<never>((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
      return Promise.race([service.fetch(url as string, init), aborted]);
    };
    const cwd = await folderWithReport("DEMO-1");
    const { exitCode, error } = await runTestsigma([...args, "--timeout", "0.3"], { service, fetch, cwd });
    expect({ error, exitCode }).toEqual({
      error: expect.stringContaining("timed out after 0.3 s"),
      exitCode: expected,
    });
  });
});

it("prints every attempt with --verbose", async () => {
  const { error } = await report(["DEMO-1"], ["--verbose"]);
  expect(error).toMatch(/^createTestRun, attempt 1: 200 after \d+ ms$/m);
});
