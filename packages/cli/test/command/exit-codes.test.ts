import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { testClock } from "../apply-plan.ts";
import { json, MemoryService } from "../memory-service.ts";
import { apiKey, folderWithReport, runTestsigma } from "./run-testsigma.ts";

describe("the exit code", () => {
  it("is that of what was recorded, whatever cannot be written afterwards", async () => {
    const cwd = await folderWithReport("DEMO-1");
    await mkdir(join(cwd, "folder"));
    const environment = {
      TESTSIGMA_API_KEY: apiKey,
      GITHUB_ACTIONS: "true",
      GITHUB_STEP_SUMMARY: join(cwd, "folder"),
      GITHUB_OUTPUT: join(cwd, "folder"),
    };
    const { exitCode, error } = await runTestsigma(["report", "junit.xml"], {
      service: new MemoryService(),
      cwd,
      environment,
    });
    expect(exitCode).toBe(0);
    // The code is EISDIR, or EPERM on Windows.
    expect(error).toMatch(/the summary cannot be written: \w+[\s\S]*the step's outputs cannot be written: \w+/);
  });

  it("of a mistake of the program itself is never that of wrong usage", async () => {
    const clock = {
      ...testClock(),
      // The first pause of this length is for a run whose test cases are late.
      async sleep(ms: number) {
        if (ms >= 500) throw new TypeError("cannot read properties of undefined");
      },
    };
    const service = new MemoryService({ casesAfterReads: 3 });
    const cwd = await folderWithReport("DEMO-1");
    const { exitCode, error } = await runTestsigma(["report", "junit.xml"], { service, cwd, clock });
    expect(exitCode).toBe(4);
    expect(error).toContain("it is unknown whether everything is recorded");
    expect(error).not.toContain("nothing was sent");
    const debug = await runTestsigma(["--debug", "report", "no.xml"], { service, cwd });
    expect(debug.error).toMatch(/ReportError: no report found[\s\S]*\n {4}at /);
  });

  it.each([
    ["a page of test cases", "listTestCases"],
    ["the test cases of the run", "listTestRunCases"],
  ])("of a key that is revoked is 3, also while %s are read", async (_, wanted) => {
    const service = new MemoryService({ cases: 250 });
    service.fault = ({ operation }) =>
      operation === wanted ? json(401, { code: 401, message: "Authorization header required" }) : undefined;
    const cwd = await folderWithReport("DEMO-1", "DEMO-240");
    const { exitCode } = await runTestsigma(["report", "junit.xml"], { service, cwd });
    expect(exitCode).toBe(3);
    expect(service.operations.at(-1)).toBe(wanted);
  });

  it("after --timeout is 4 when something may have been written, and 5 before", async () => {
    const cwd = await folderWithReport("DEMO-1");
    for (const [wanted, expected] of [
      ["listProjects", 5],
      ["updateTestRunCases", 4],
    ] as const) {
      const service = new MemoryService();
      const never = new Promise<undefined>(() => undefined);
      const fetch: typeof globalThis.fetch = async (url, init) => {
        const signal = init?.signal;
        const aborted = new Promise<never>((_, reject) =>
          signal?.addEventListener("abort", () => reject(signal.reason)),
        );
        return Promise.race([service.fetch(url as string, init), aborted]);
      };
      service.fault = ({ operation }) => (operation === wanted ? never : undefined);
      const args = ["report", "junit.xml", "--timeout", "0.3"];
      const { exitCode, error } = await runTestsigma(args, { service, fetch, cwd });
      expect({ wanted, exitCode }).toEqual({ wanted, exitCode: expected });
      expect(error).toContain("not done after 0.3 s (--timeout)");
    }
  });
});

describe("--verbose", () => {
  it("prints every attempt", async () => {
    const cwd = await folderWithReport("DEMO-1");
    const { error } = await runTestsigma(["report", "junit.xml", "--verbose"], { service: new MemoryService(), cwd });
    expect(error).toMatch(/^createTestRun, attempt 1: 200 after \d+ ms$/m);
  });
});
