import { execFileSync } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { json, MemoryService } from "../support/memory-service.ts";
import { apiKey, emptyFolder, folderWithReport, report, runTestsigma, testClock } from "../support/run-testsigma.ts";

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

describe("the end", () => {
  it.each([
    [["report", "none.xml"], "no report found"],
    [["report", "junit.xml", "--project", "SHOP"], "known projects: Demo project (DEMO)"],
    [["report", "junit.xml", "--close", "sometimes"], "--close: expected complete"],
    [["report"], "missing required argument"],
    [["report", "junit.xml", "--", "no-such-command"], "cannot be started"],
    [["run", "status", "DEMO-R-9"], "no run DEMO-R-9"],
    [["run", "close"], 'no run "Nightly #1" in the project'],
    [["run", "create"], "no test cases given"],
  ])("of %j is JSON with --json", async (args, message) => {
    const cwd = await folderWithReport("DEMO-1");
    const call = [...args];
    call.splice(1, 0, ...(args[0] === "run" ? [] : ["--json"]));
    const given = { service: new MemoryService(), cwd };
    const { exitCode, out } = await runTestsigma(args[0] === "run" ? [...args, "--json"] : call, given);
    expect(exitCode).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ exit_code: 2, error: expect.stringContaining(message) });
  });

  it("of a report without reports is JSON after a failed test command too", async () => {
    const command = ["--", process.execPath, "-e", "process.exit(3)"];
    const { exitCode, out } = await report([], ["--json", ...command], { cwd: await emptyFolder() });
    expect(exitCode).toBe(3);
    expect(JSON.parse(out)).toMatchObject({ exit_code: 3, error: expect.stringContaining("no report found") });
  });

  it("is the verdict: other requests that are still tried say nothing after it", async () => {
    const service = new MemoryService();
    // The project is rejected while the statuses are tried again and again.
    service.fault = ({ operation }) => json(operation === "listProjects" ? 401 : 503, { message: "no" });
    const given = { service, clientOptions: { fetch: service.fetch, maxRetries: 20 } };
    const { exitCode, lines } = await report(["DEMO-1"], [], given);
    expect(exitCode).toBe(3);
    const requests = service.requests.length;
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(service.requests).toHaveLength(requests);
    expect(lines().at(-1)).toBe("exit code 3: the service rejected the upload");
  });

  it("comes after 20 s if the service is never reached", async () => {
    let now = 0;
    const clock = { ...testClock(), now: () => now };
    const fetch = async () => {
      now += 6_000;
      throw new TypeError("fetch failed", { cause: Object.assign(new Error("connect"), { code: "ECONNREFUSED" }) });
    };
    const environment = { TESTSIGMA_API_KEY: apiKey, HTTPS_PROXY: "http://proxy.example.com" };
    const given = { clock, environment, clientOptions: { fetch, maxRetries: 20 } };
    const { exitCode, text } = await report(["DEMO-1"], [], given);
    expect(exitCode).toBe(5);
    expect(text).toContain("HTTPS_PROXY is set, but Node only uses it if NODE_USE_ENV_PROXY=1 is set too");
    expect(text).toMatch(/gave up after \d\d s without a response: .*nothing was written/);
    expect(text.match(/trying again/g)).toHaveLength(1);
  });

  it("comes immediately if fetch blocks the port", async () => {
    const environment = { TESTSIGMA_API_KEY: apiKey, TESTSIGMA_BASE_URL: "http://127.0.0.1:6000/api/v1" };
    const { exitCode, error } = await runTestsigma(["run", "list"], { environment });
    expect({ exitCode, error }).toEqual({ exitCode: 5, error: expect.stringContaining("fetch blocks the port 6000") });
    expect(error).not.toContain("trying again");
  });

  it("names the last problem after --timeout", async () => {
    const service = new MemoryService();
    service.fault = () => json(503, { message: "overloaded" });
    const clientOptions = { fetch: service.fetch, maxRetries: 20 };
    const { exitCode, text } = await report(["DEMO-1"], ["--timeout", "0.5"], { service, clientOptions });
    expect(exitCode).toBe(5);
    expect(text).toMatch(/ error timed out after 0.5 s \(--timeout\); last problem: .*overloaded/);
    expect(text).toContain("could not read from the service; nothing was written");
  });

  it.skipIf(process.platform === "win32")("does not wait for the reader of a summary", async () => {
    const cwd = await folderWithReport("DEMO-1");
    execFileSync("mkfifo", [join(cwd, "pipe")]);
    const { exitCode, error } = await report([], ["--summary", "pipe"], { cwd });
    expect({ exitCode, error }).toEqual({ exitCode: 0, error: expect.stringContaining("no one reads this pipe") });
  });
});

it("prints every attempt with --verbose", async () => {
  const { error } = await report(["DEMO-1"], ["--verbose"]);
  expect(error).toMatch(/^createTestRun, attempt 1: 200 after \d+ ms$/m);
});
