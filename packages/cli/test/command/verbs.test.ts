import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { caseId, json, MemoryService } from "../memory-service.ts";
import { emptyFolder, folderWithReport, runTestsigma } from "./run-testsigma.ts";

describe("testsigma-tms run create", () => {
  it("creates a run of the named test cases and prints its id", async () => {
    const service = new MemoryService();
    const { exitCode, out } = await runTestsigma(["run", "create", "--case", "DEMO-2", "--case", caseId(4)], {
      service,
    });
    expect({ exitCode, out }).toEqual({ exitCode: 0, out: `${service.runs[0]?.id}\n` });
    expect([...(service.runs[0]?.results.keys() ?? [])]).toEqual([caseId(2), caseId(4)]);
  });

  it("finds the run of this title the second time", async () => {
    const service = new MemoryService();
    const first = await runTestsigma(["run", "create", "--cases", "all"], { service });
    const second = await runTestsigma(["run", "create", "--cases", "all"], { service });
    expect(second.out).toBe(first.out);
    expect(service.runs).toHaveLength(1);
  });

  it("creates the run of the next title when one is closed, unless told not to", async () => {
    const service = new MemoryService();
    await runTestsigma(["run", "create", "--cases", "all"], { service });
    await runTestsigma(["run", "close", "DEMO-R-2", "--close", "always"], { service });
    const reuse = await runTestsigma(["run", "create", "--cases", "all", "--if-exists", "reuse"], { service });
    expect(reuse).toMatchObject({ exitCode: 3, error: expect.stringContaining("exists and is not ACTIVE") });
    expect((await runTestsigma(["run", "create", "--cases", "all"], { service })).exitCode).toBe(0);
    expect(service.runs.map(({ title }) => title)).toEqual(["Nightly #1", "Nightly #1 (2)"]);
  });

  it("creates nothing when a test case does not exist, or none is named", async () => {
    const service = new MemoryService();
    const unknown = await runTestsigma(["run", "create", "--case", "DEMO-1", "--case", "DEMO-77"], { service });
    expect(unknown).toMatchObject({ exitCode: 2, error: expect.stringContaining("no test case DEMO-77") });
    expect((await runTestsigma(["run", "create"], { service })).exitCode).toBe(2);
    expect(service.runs).toEqual([]);
  });
});

describe("testsigma-tms run status and close", () => {
  async function serviceWithRun() {
    const service = new MemoryService();
    const cwd = await folderWithReport("DEMO-1", "DEMO-2: failed");
    await runTestsigma(["report", "junit.xml", "--cases", "all"], { service, cwd });
    return service;
  }

  it("finds a run by its human id, title or UUID", async () => {
    const service = await serviceWithRun();
    const { id = "" } = service.runs[0] ?? {};
    for (const wanted of ["DEMO-R-2", "Nightly #1", id]) {
      const { exitCode, out } = await runTestsigma(["run", "status", wanted], { service });
      expect({ wanted, exitCode, out }).toEqual({ wanted, exitCode: 0, out: `${id}\n` });
    }
  });

  it("says that there is no such run", async () => {
    for (const wanted of ["DEMO-R-9", "aaaaaaaa-0000-4000-8000-000000000009"]) {
      const { exitCode, error } = await runTestsigma(["run", "status", wanted], { service: await serviceWithRun() });
      expect(exitCode).toBe(2);
      expect(error).toContain(`no run ${wanted} in the project`);
    }
  });

  it("shows the results of a run", async () => {
    const service = await serviceWithRun();
    const { error } = await runTestsigma(["run", "status", "DEMO-R-2"], { service });
    expect(error).toContain(
      'DEMO-R-2 "Nightly #1" is ACTIVE, 5 test cases\n  Passed    1\n  Failed    1\n  UnTested  3\n',
    );
    expect(error).toContain("Failed: DEMO-2 Book a flight for one passenger");
    const { out } = await runTestsigma(["run", "status", "DEMO-R-2", "--json"], { service });
    expect(JSON.parse(out)).toMatchObject({ human_id: "DEMO-R-2", counts: { Passed: 1, Failed: 1, UnTested: 3 } });
  });

  it("closes a run with untested test cases only when told to", async () => {
    const service = await serviceWithRun();
    const { exitCode, error } = await runTestsigma(["run", "close", "DEMO-R-2"], { service });
    expect(exitCode).toBe(3);
    expect(error).toContain("stays open: 3 of its 5 test cases are untested");
    expect((await runTestsigma(["run", "close", "DEMO-R-2", "--close", "always"], { service })).exitCode).toBe(0);
    expect(service.runs[0]?.status).toBe("CLOSED");
    expect((await runTestsigma(["run", "close", "DEMO-R-2"], { service })).exitCode).toBe(0);
  });
});

describe("testsigma-tms doctor", () => {
  it("says what works, without writing anything", async () => {
    const service = new MemoryService();
    const { exitCode, error } = await runTestsigma(["doctor", "--user", "jane.doe@example.com"], { service });
    expect(exitCode).toBe(0);
    expect(
      error
        .trim()
        .split("\n")
        .map((line) => line.slice(0, 17).trim()),
    ).toEqual([
      "ok   API key: fro",
      "ok   title: Night",
      "ok   service: the",
      "ok   project: Dem",
      "ok   status names",
      "ok   user: jane.d",
    ]);
    expect(service.operations.filter((operation) => !/^(list|get)/.test(operation))).toEqual([]);
  });

  it("goes on after a failure, and exits with its code", async () => {
    const service = new MemoryService();
    service.fault = ({ operation }) =>
      operation === "listTestRunStatuses"
        ? json(200, { message: "", data: { statuses: [{ id: "1", name: "Passed" }] } })
        : undefined;
    const { exitCode, error } = await runTestsigma(["doctor", "--project", "DEMOO", "--user", "bob@example.com"], {
      service,
    });
    expect(exitCode).toBe(2);
    expect(error).toContain("FAIL project: no project DEMOO, did you mean DEMO?");
    expect(error).toContain("FAIL status names: no Skipped, Blocked, Failed; there is: Passed");
    expect(error).toContain("FAIL user: no user bob@example.com");
  });

  it("says where a key comes from when there is none", async () => {
    const { exitCode, error } = await runTestsigma(["doctor"], { service: new MemoryService(), environment: {} });
    expect(exitCode).toBe(2);
    expect(error).toContain("FAIL API key: no API key: set TESTSIGMA_API_KEY");
  });
});

const { version } = createRequire(import.meta.url)("../../package.json");

describe("the command line", () => {
  it.each([
    [["--version"], version],
    [["--help"], "Examples:"],
    [["report", "--help"], "$ npx @testsigma-tms/cli report junit.xml --project DEMO"],
    [["run", "create", "--help"], "--case <id>"],
    [["resume", "--help"], "$ npx @testsigma-tms/cli resume .testsigma-tms/"],
  ])("%j prints to standard output and exits with 0", async (args, expected) => {
    const { exitCode, out } = await runTestsigma(args, {});
    expect(exitCode).toBe(0);
    expect(out).toContain(expected);
  });

  it.each([
    [["reprot", "junit.xml"], "Did you mean report?"],
    [["report", "junit.xml", "--projct", "DEMO"], "Did you mean --project?"],
    [["report"], "missing required argument 'globs'"],
    [["report", "junit.xml", "--close", "sometimes"], '--close: given "sometimes", expected complete, always or never'],
    [["resume", "no.plan.json"], "no.plan.json cannot be read: no such file"],
    [[], "Usage: testsigma-tms"],
  ])("rejects %j with exit code 2", async (args, expected) => {
    const { exitCode, error } = await runTestsigma(args, { service: new MemoryService() });
    expect(exitCode).toBe(2);
    expect(error).toContain(expected);
  });

  it("reads settings from testsigma-tms.config.json in the folder or above", async () => {
    const service = new MemoryService();
    const cwd = await folderWithReport("DEMO-1");
    await writeFile(join(cwd, "testsigma-tms.config.json"), JSON.stringify({ title: "From config", close: "never" }));
    await runTestsigma(["report", "junit.xml"], {
      service,
      cwd,
      environment: { TESTSIGMA_API_KEY: "eyJ", TESTSIGMA_TITLE: "" },
    });
    expect(service.runs[0]).toMatchObject({ title: "From config", status: "ACTIVE" });
  });

  it("names the configuration file that holds a mistake", async () => {
    const cwd = await emptyFolder();
    await writeFile(join(cwd, "testsigma-tms.config.json"), "{");
    const { exitCode, error } = await runTestsigma(["doctor"], { service: new MemoryService(), cwd });
    expect(exitCode).toBe(2);
    expect(error).toContain("testsigma-tms.config.json: not valid JSON");
  });

  it("rejects a plan that is for another service", async () => {
    const cwd = await folderWithReport("DEMO-1");
    const service = new MemoryService();
    service.fault = ({ operation }) => (operation === "createTestRun" ? "lost-before" : undefined);
    await runTestsigma(["report", "junit.xml", "--plan-file", "plan.json"], { service, cwd });
    const { exitCode, error } = await runTestsigma(
      ["resume", "plan.json", "--base-url", "https://other.testsigma.com/api/v1"],
      { service, cwd },
    );
    expect(exitCode).toBe(2);
    expect(error).toContain("the plan is for the default host, not for https://other.testsigma.com/api/v1");
  });
});
