import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, it, vi } from "vitest";
import { caseId, caseTitle, MemoryService, user } from "../support/memory-service.ts";
import { apiKey, emptyFolder, folderWithReport, junitXml, report, runTestsigma } from "../support/run-testsigma.ts";

describe("testsigma-tms report", () => {
  it("creates a run, records the results, closes it and prints its id; a re-run changes nothing", async () => {
    const { service, exitCode, out, error, again } = await report(["DEMO-1 works", "DEMO-2: skipped", "other"]);
    const [run] = service.runs;
    expect({ exitCode, out }).toEqual({ exitCode: 0, out: `${run?.id}\n` });
    const results = { "DEMO-1": "Passed", "DEMO-2": "Skipped" };
    expect(run).toMatchObject({ title: "Nightly #1", status: "CLOSED", results });
    expect(error).toContain('DEMO-R-2 "Nightly #1" (closed)');
    expect(error).toContain("matched   2 of 3 tests");
    expect(error).toContain("login › other");

    const second = await again();
    expect(second).toMatchObject({ exitCode: 0, out });
    expect(second.error).toContain("(closed, already existed)");
    expect(second.error).toContain("2 of 2 test cases, all already there");
    expect(service.runs).toHaveLength(1);
  });

  it("exits with 1 when a test failed, and says which, unless told not to", async () => {
    const { exitCode, error } = await report(["DEMO-1 works: failed"]);
    expect(exitCode).toBe(1);
    expect(error).toMatch(/Failed tests:\n {2}login › DEMO-1 works\n {4}expected 1\n/);
    expect(await report(["DEMO-1 works: failed"], ["--fail-on", "never"])).toMatchObject({ exitCode: 0 });
  });

  it("records the rest when an id does not exist, and says what was probably meant", async () => {
    const property = '<properties><property name="testsigma_id" value="DMO-2"/></properties>';
    const xml = `<testsuite><testcase name="DEMO-1"/><testcase name="b">${property}</testcase></testsuite>`;
    const { service, exitCode, error } = await report([xml]);
    expect(exitCode).toBe(0);
    expect(service.runs[0]?.results).toEqual({ "DEMO-1": "Passed" });
    expect(error).toContain("DMO-2 (b): the project's ids start with DEMO-; did you mean DEMO-2?");
  });

  it("prints JSON with --json, and nothing else on standard output", async () => {
    const { out } = await report(["DEMO-1", "DEMO-9"], ["--json"]);
    expect(JSON.parse(out)).toMatchObject({
      run: { human_id: "DEMO-R-2", is_closed: true },
      tests: { passed: 2, matched: 2, unmatched: 0 },
      cases: { planned: 1, recorded: 1, written: 1 },
      unknown_cases: [{ id: "DEMO-9", hint: "it may have been deleted" }],
      exit_code: 0,
    });
  });

  it("writes nothing with --dry-run", async () => {
    const { service, exitCode, out, error } = await report(["DEMO-1"], ["--dry-run"]);
    expect({ exitCode, out, runs: service.runs }).toEqual({ exitCode: 0, out: "", runs: [] });
    expect(error).toContain("nothing (--dry-run); would record 1 test case");
  });

  it("reports into a run that is named", async () => {
    const service = new MemoryService();
    await runTestsigma(["run", "create", "--cases", "all"], { service });
    const { exitCode, error } = await report(["DEMO-1", "DEMO-2"], ["--run", "DEMO-R-2"], { service });
    expect({ exitCode, runs: service.runs.length }).toEqual({ exitCode: 0, runs: 1 });
    expect(error).toContain("open: 3 of its 5 test cases are untested");
  });

  it("uses the organization's names of results, of which only those that occur must exist", async () => {
    const wrong = await report(["DEMO-1: failed"], ["--status", "failed=Blokced"]);
    expect(wrong.exitCode).toBe(2);
    expect(wrong.text).toContain("no status Blokced for failed tests; known statuses: Passed, Failed, Blocked");
    const { service } = await report(["DEMO-1: failed"], ["--status", "failed=Blocked", "--status", "passed=Nothing"]);
    expect(service.runs[0]?.results).toEqual({ "DEMO-1": "Blocked" });
  });

  it("reads a report from standard input, even if the service cannot be reached", async () => {
    const cwd = await emptyFolder();
    const service = new MemoryService();
    const piped = (xml: string) =>
      runTestsigma(["report", "-"], { service, cwd, stdin: Readable.from([Buffer.from(xml)]) });
    expect(await piped(junitXml("DEMO-1"))).toMatchObject({ exitCode: 0 });
    expect(service.runs).toMatchObject([{ status: "CLOSED", results: { "DEMO-1": "Passed" } }]);
    expect((await piped("<testsuite>\n<testcase>\n</testsuite>")).error).toContain("-:3: not well-formed XML");
    service.fault = () => "lost-before";
    expect((await piped(junitXml("DEMO-1: failed"))).error).toContain("1 failed");
  });

  it("links the run where a template gives its address", async () => {
    const environment = { TESTSIGMA_API_KEY: apiKey, TESTSIGMA_RUN_URL: "https://app.example/{project_id}/{human_id}" };
    const { out, error } = await report(["DEMO-1"], ["--json"], { environment });
    const url = "https://app.example/c47ade67-0543-4582-a4a5-b7de447c94f5/DEMO-R-2";
    expect(JSON.parse(out).run.url).toBe(url);
    expect(error).toContain(`link      ${url}\n`);
  });

  it("prints a table that fits 80 columns", async () => {
    const tests = [
      "DEMO-1",
      "DEMO-9",
      "a test that names no test case and has a name that is longer than a line: failed",
    ];
    const { error, text } = await report(tests, ["--title", "a title of many words ".repeat(8).trim()]);
    const [, table = ""] = error.split("\n\n  run");
    expect(table.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(text).toContain(
      "login › a test that names no test case and has a name that is longer than a line expected 1",
    );
  });

  it("matches by map file and by title", async () => {
    const cwd = await folderWithReport("works", caseTitle(2));
    await writeFile(join(cwd, "map.json"), JSON.stringify({ "login::works": ["DEMO-1", "DEMO-3"], gone: "DEMO-4" }));
    const { service, error } = await report([], ["--map", "map.json", "--match-title"], { cwd });
    expect(error).toContain("Warnings:\n  map.json has keys that no test has: gone\n");
    expect(Object.keys(service.runs[0]?.results ?? {})).toEqual(["DEMO-1", "DEMO-2", "DEMO-3"]);
  });
});

describe("the result of a test case", () => {
  const withId = (id: string, name: string, more = "") =>
    `<testcase name="${name}"><properties><property name="testsigma_id" value="${id}"/></properties>${more}</testcase>`;

  it("is the worst of its tests, however they name it, with their names and the message", async () => {
    const { service } = await report(
      [
        `<testsuite><testcase name="DEMO-1 a"/><testcase name="DEMO-1 b" time="1.5"><failure message="expected 1"/></testcase>
        ${withId(caseId(1), "by UUID")}<testcase name="DEMO-2"><skipped/></testcase></testsuite>`,
      ],
      ["--user", "Jane.Doe@example.com"],
    );
    expect(service.runs).toMatchObject([{ results: { "DEMO-1": "Failed", "DEMO-2": "Skipped" } }]);
    const { body } = service.requests.find(({ operation }) => operation === "updateTestRunCases") ?? {};
    expect(JSON.parse((body as { data: string }).data).test_run_cases[0]).toMatchObject({
      user_id: user?.id,
      description: "failed in 1.5 s: 3 tests; the worst counts: DEMO-1 a, DEMO-1 b, by UUID\nexpected 1",
    });
  });

  it("is that of the ids in the name if the project has none of those in the properties, which are listed", async () => {
    const tests = [withId("DEMO-99", "DEMO-1"), withId("login", "DEMO-2 DEMO-3"), withId("DEMO-4, DEMO-98", "DEMO-5")];
    const { service, out } = await report([`<testsuite>${tests.join("")}</testsuite>`], ["--json"]);
    expect(Object.keys(service.runs[0]?.results ?? {})).toEqual(["DEMO-1", "DEMO-2", "DEMO-3", "DEMO-4"]);
    const { unknown_cases } = JSON.parse(out);
    expect(unknown_cases.map(({ id }: { id: string }) => id)).toEqual(["DEMO-99", "login", "DEMO-98"]);
  });

  it.each([
    ["on-failure", ["a.png"]],
    ["all", ["a.png", "b.png"]],
    ["none", []],
  ])("has files with --attachments %s: %j", async (which, files) => {
    const output = (path: string) => `<system-out>[[ATTACHMENT|${path}]]</system-out>`;
    const tests = withId("DEMO-1", "a", `<failure/>${output("a.png")}`) + withId("DEMO-2", "b", output("b.png"));
    const cwd = await folderWithReport(`<testsuite>${tests}</testsuite>`);
    for (const file of ["a.png", "b.png"]) await writeFile(join(cwd, file), file);
    expect((await report([], ["--attachments", which], { cwd })).service.files).toEqual(files);
  });
});

describe("an invalid report or setting creates nothing:", () => {
  it.each<[string, string[], string[], string]>([
    ["no test", ["<testsuite/>"], [], "the reports contain no tests (junit.xml)"],
    ["no id on any test", ["works"], [], "none of 1 test names a test case of the project. Write an id such as"],
    ["unknown ids only", ["DEMO-77"], [], "unknown ids: DEMO-77"],
    ["broken XML", ["<testsuite>\n<testcase>\n</testsuite>"], [], "junit.xml:3: not well-formed XML"],
    ["no report", ["DEMO-1"], ["other.xml"], "no report found: other.xml matches no file"],
    ["an unknown project", ["DEMO-1"], ["--project", "DMEO"], "no project DMEO; known projects: Demo project (DEMO)"],
    [
      "tests without a test case, with --unmatched fail",
      ["DEMO-1", "other", "DEMO-77"],
      ["--unmatched", "fail"],
      "tests that name no test case: 1, such as login › other; DEMO-77: it may have been deleted",
    ],
  ])("%s", async (_, tests, flags, message) => {
    const { service, exitCode, text } = await report(tests, flags);
    expect({ exitCode, runs: service.runs }).toEqual({ exitCode: 2, runs: [] });
    expect(text).toContain(message);
  });

  it("no key", async () => {
    const { exitCode, error } = await report(["DEMO-1"], [], { environment: {} });
    expect(exitCode).toBe(2);
    expect(error).toBe(
      "no API key: set TESTSIGMA_API_KEY (or TESTSIGMA_API_TOKEN) to a key made in the app under Settings > API Keys; nothing was sent\n",
    );
  });
});

describe("failures of the upload", () => {
  it.each([
    ["DEMO-1", 0],
    ["DEMO-1: failed", 1],
  ])("only warn with --on-upload-error warn, and the tests still count: %s", async (test, expected) => {
    const service = new MemoryService();
    service.fault = ({ operation }) => (operation === "listProjects" ? "lost-before" : undefined);
    const { exitCode, text } = await report([test], ["--on-upload-error", "warn"], { service });
    expect(exitCode).toBe(expected);
    expect(text).toContain("nothing was written (--on-upload-error warn)");
  });
});

it("does not report a file of an earlier run that the test command did not write", async () => {
  const { service, exitCode, error } = await report(["DEMO-1"], ["--", process.execPath, "-e", "0"]);
  expect({ exitCode, runs: service.runs }).toEqual({ exitCode: 2, runs: [] });
  expect(error).toContain("matches only files of an earlier run");
});

it.each([
  ["in a terminal", {}, true, true],
  ["in a terminal with NO_COLOR", { NO_COLOR: "1" }, true, false],
  ["in a log", {}, false, false],
  ["in a log with FORCE_COLOR", { FORCE_COLOR: "1" }, false, true],
  ["in a terminal with FORCE_COLOR=0", { FORCE_COLOR: "0" }, true, false],
])("shows colours %s: %j, %s → %s", async (_, more, isTerminal, hasColours) => {
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const environment: Record<string, string> = { TESTSIGMA_API_KEY: apiKey, ...more };
  const { error } = await report(["DEMO-1: failed"], [], { isTerminal, environment });
  expect(error.includes("\u001b[31mexit code 1")).toBe(hasColours);
});
