import { describe, expect, it, vi } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { caseId, json, MemoryService } from "../support/memory-service.ts";
import { apiKey, report, runTestsigma } from "../support/run-testsigma.ts";

describe("testsigma-tms run create", () => {
  it("creates a run of the named test cases and prints its id", async () => {
    const service = new MemoryService();
    const args = ["run", "create", "--case", "DEMO-2", "--case", caseId(4)];
    const { exitCode, out } = await runTestsigma(args, { service });
    expect({ exitCode, out }).toEqual({ exitCode: 0, out: `${service.runs[0]?.id}\n` });
    expect(Object.keys(service.runs[0]?.results ?? {})).toEqual(["DEMO-2", "DEMO-4"]);
  });

  it("finds the run with this title; creates one with the next title if it is closed", async () => {
    const service = new MemoryService();
    const create = (...flags: string[]) => runTestsigma(["run", "create", "--cases", "all", ...flags], { service });
    const { out } = await create();
    expect(await create()).toMatchObject({ exitCode: 0, out });
    expect(service.runs).toHaveLength(1);

    await service.closeAll();
    expect(await create()).toMatchObject({ exitCode: 0 });
    expect(service.runs.map(({ title }) => title)).toEqual(["Nightly #1", "Nightly #1 (2)"]);
  });

  it("creates nothing if a test case does not exist", async () => {
    const service = new MemoryService();
    const { exitCode, error } = await runTestsigma(["run", "create", "--case", "DEMO-1", "--case", "DEMO-77"], {
      service,
    });
    expect({ exitCode, runs: service.runs }).toEqual({ exitCode: 2, runs: [] });
    expect(error).toContain("no test case DEMO-77");
  });
});

describe("testsigma-tms run status and close", () => {
  const serviceWithRun = async () => (await report(["DEMO-1", "DEMO-2: failed"], ["--cases", "all"])).service;

  it("finds a run by its human id, title or UUID", async () => {
    const service = await serviceWithRun();
    const { id = "" } = service.runs[0] ?? {};
    for (const wanted of ["DEMO-R-2", "Nightly #1", id]) {
      const { exitCode, out } = await runTestsigma(["run", "status", wanted], { service });
      expect({ wanted, exitCode, out }).toEqual({ wanted, exitCode: 0, out: `${id}\n` });
    }
    for (const wanted of ["DEMO-R-9", "aaaaaaaa-0000-4000-8000-000000000009"]) {
      const { exitCode, error } = await runTestsigma(["run", "status", wanted], { service });
      expect({ exitCode, error }).toEqual({ exitCode: 2, error: expect.stringContaining(`no run ${wanted} in the`) });
    }
  });

  it("shows the results of a run", async () => {
    const service = await serviceWithRun();
    const { out, error } = await runTestsigma(["run", "status", "DEMO-R-2", "--json"], { service });
    expect(error).toContain(
      'DEMO-R-2 "Nightly #1" is ACTIVE, 5 test cases\n  Passed    1\n  Failed    1\n  UnTested  3\n',
    );
    expect(error).toContain("Failed: DEMO-2 Book a flight for one passenger");
    expect(JSON.parse(out)).toMatchObject({ human_id: "DEMO-R-2", counts: { Passed: 1, Failed: 1, UnTested: 3 } });
  });

  it("closes a run with untested test cases only when told to", async () => {
    const service = await serviceWithRun();
    const close = (...flags: string[]) => runTestsigma(["run", "close", "DEMO-R-2", ...flags], { service });
    const error = expect.stringContaining("stays open: 3 of its 5 test cases are untested");
    expect(await close()).toMatchObject({ exitCode: 3, error });
    expect(await close("--close", "always")).toMatchObject({ exitCode: 0 });
    expect(service.runs[0]?.status).toBe("CLOSED");
    expect(await close()).toMatchObject({ exitCode: 0 });
  });

  it("waits for the test cases of a new run to close it, and does not close an empty one", async () => {
    const service = new MemoryService({ casesAfterReads: 1_000 });
    await runTestsigma(["run", "create", "--case", "DEMO-1"], { service });
    const close = (...flags: string[]) =>
      runTestsigma(["run", "close", "--title", "Nightly #1", ...flags], { service });
    const { exitCode, error } = await close();
    expect(exitCode).toBe(3);
    expect(error.match(/the run has no test cases yet; waiting for them to appear/g)).toHaveLength(1);
    expect(error).toContain("stays open: the run has no test cases yet; use --close always");
    expect(service.runs[0]?.status).toBe("ACTIVE");
    expect(await close("--close", "always")).toMatchObject({ exitCode: 0 });
  });

  it("closes no run straight after run create, because its test cases are untested", async () => {
    const service = new MemoryService({ casesAfterReads: 3 });
    await runTestsigma(["run", "create", "--case", "DEMO-1"], { service });
    const { exitCode, error } = await runTestsigma(["run", "close", "DEMO-R-2"], { service });
    expect({ exitCode, error }).toEqual({
      exitCode: 3,
      error: expect.stringContaining("1 of its 1 test cases are unt"),
    });
  });
});

describe("testsigma-tms run list", () => {
  it("lists the newest runs first, with status and results", async () => {
    const service = new MemoryService();
    await report(["DEMO-1", "DEMO-2: failed"], ["--title", "Nightly #1"], { service });
    await report(["DEMO-1"], ["--title", "Nightly #2", "--close", "never"], { service });
    const { out, lines } = await runTestsigma(["run", "list"], { service });
    expect(lines()).toEqual([
      'ACTIVE   DEMO-R-3 "Nightly #2": 1 Passed',
      'CLOSED   DEMO-R-2 "Nightly #1": 1 Passed, 1 Failed',
    ]);
    expect(out.trim().split("\n")).toEqual([service.runs[1]?.id, service.runs[0]?.id]);
    const found = await runTestsigma(["run", "list", "#1", "--json"], { service });
    expect(JSON.parse(found.out)).toMatchObject([{ title: "Nightly #1", status: "CLOSED", counts: { Failed: 1 } }]);
    expect(await runTestsigma(["run", "list", "no such"], { service })).toMatchObject({ error: "no runs found\n" });
  });
});

describe("testsigma-tms doctor", () => {
  it("says what works, without writing anything", async () => {
    const service = new MemoryService();
    const { exitCode, error } = await runTestsigma(["doctor", "--user", "jane.doe@example.com"], { service });
    expect(exitCode).toBe(0);
    const labels = ["API key", "title", "service", "project", "status names", "user"];
    expect(error).toMatch(new RegExp(`^${labels.map((label) => `ok {3}${label}: .+\\n`).join("")}$`));
    expect(service.operations.filter((operation) => !/^(list|get)/.test(operation))).toEqual([]);
  });

  it("continues after a failure, and exits with its code", async () => {
    const service = new MemoryService();
    const statuses = { message: "", data: { statuses: [{ id: "1", name: "Passed" }] } };
    service.fault = ({ operation }) => (operation === "listTestRunStatuses" ? json(200, statuses) : undefined);
    const args = ["doctor", "--project", "DEMOO", "--user", "bob@example.com"];
    const { exitCode, error } = await runTestsigma(args, { service });
    expect(exitCode).toBe(2);
    expect(error).toContain("FAIL project: no project DEMOO; known projects: Demo project (DEMO); did you mean DEMO?");
    expect(error).toContain("FAIL status names: no status Failed for failed tests; known statuses: Passed");
    expect(error).toContain("FAIL user: no user bob@example.com");
  });

  it("accepts a key whose secret ends with a line break", async () => {
    const environment = { TESTSIGMA_API_KEY: `${apiKey}\n` };
    const { exitCode, error } = await runTestsigma(["doctor"], { service: new MemoryService(), environment });
    expect({ exitCode, error }).toEqual({ exitCode: 0, error: expect.stringContaining("responds") });
  });
});

describe("the command line", () => {
  it("prints its version", async () => {
    expect(await runTestsigma(["--version"])).toMatchObject({ exitCode: 0, out: `${packageJson.version}\n` });
  });

  it.each(["", "report", "run", "run create", "run close", "run status", "run list", "doctor", "api", "completion"])(
    "shows examples with %s --help, which name the verb",
    async (verb) => {
      const { exitCode, out } = await runTestsigma([...verb.split(" ").filter(Boolean), "--help"]);
      expect(exitCode).toBe(0);
      const [, examples = ""] = out.split("\nExamples:\n");
      expect(examples).toContain(`  $ npx @testsigma-tms/cli ${verb}`);
      expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
    },
  );

  it("shows the 22 options of report under four headings", async () => {
    const { out } = await runTestsigma(["report", "--help"]);
    const [, ...sections] = out.split(/^(?=[A-Z][a-z ]+:$)/m);
    const counts = sections.map((section) => [/^[\w ]+/.exec(section)?.[0], section.match(/^ {2}--/gm)?.length ?? 0]);
    expect(counts).toEqual([
      ["Which run", 9],
      ["Which tests", 6],
      ["Verdict", 3],
      ["Output", 4],
      ["Options", 0],
      ["Examples", 0],
    ]);
  });

  it("lists the properties of an operation with their values", async () => {
    const { out } = await runTestsigma(["api", "createTestRun", "--help"]);
    expect(out).toMatch(/^createTestRun: Create a test run\n\nProperties:\n/);
    expect(out).toMatch(/^ {2}project_id +uuid \(required\)$/m);
    expect(out).toMatch(/^ {2}selection_type +STATIC \| DYNAMIC \(required\)$/m);
    expect(out).toMatch(/^ {2}label_names +list of text$/m);
    const form = await runTestsigma(["api", "importJunitReport", "--help"]);
    expect(form.out).toMatch(/^ {2}junit_xml +file \(required\)$/m);
  });

  it.each([
    ["completion bash", "bash completion for testsigma"],
    ["completion zsh", "#compdef testsigma"],
    ["completion fish", "fish completion for testsigma"],
    ["completion powershell", "powershell completion for testsigma"],
    ["complete -- re", "report\t"],
    ["complete -- report --fail", "--fail-on\t"],
    ["complete -- report --fail-on ", "never"],
  ])("prints for %s", async (line, expected) => {
    const print = vi.spyOn(console, "log").mockReturnValue();
    expect((await runTestsigma(line.split(" "))).exitCode).toBe(0);
    expect(print.mock.calls.join("\n")).toContain(expected);
  });

  it.each([
    [["reprot", "junit.xml"], "Did you mean report?"],
    [["report", "junit.xml", "--projct", "DEMO"], "Did you mean --project?"],
    [[], "Usage: testsigma-tms"],
  ])("rejects %j with exit code 2", async (args, expected) => {
    const { exitCode, error } = await runTestsigma(args, { service: new MemoryService() });
    expect(exitCode).toBe(2);
    expect(error).toContain(expected);
  });
});
