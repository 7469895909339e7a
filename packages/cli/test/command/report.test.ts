import { existsSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Interruption } from "../../src/command/interruption.ts";
import { caseId, caseTitle, json, MemoryService, rejectResultOf } from "../memory-service.ts";
import { apiKey, emptyFolder, folderWithReport, junitXml, runTestsigma } from "./run-testsigma.ts";

describe("testsigma-tms report", () => {
  it("creates a run, records the results, closes it and prints its id", async () => {
    const service = new MemoryService();
    const cwd = await folderWithReport("DEMO-1 works", "DEMO-2 works: skipped", "other");
    const { exitCode, out, error } = await runTestsigma(["report", "junit.xml"], { service, cwd });
    expect({ exitCode, out }).toEqual({ exitCode: 0, out: `${service.runs[0]?.id}\n` });
    expect(service.runs[0]).toMatchObject({ title: "Nightly #1", status: "CLOSED" });
    expect([...(service.runs[0]?.results.values() ?? [])]).toEqual(["Passed", "Skipped"]);
    expect(error).toContain('DEMO-R-2 "Nightly #1" (closed)');
    expect(error).toContain("2 of 3 tests name a test case");
    expect(error).toContain("login › other");
  });

  it("leaves no plan when all is done", async () => {
    const cwd = await folderWithReport("DEMO-1");
    await runTestsigma(["report", "junit.xml"], { service: new MemoryService(), cwd });
    expect(await readdir(join(cwd, ".testsigma-tms"))).toEqual([]);
  });

  it("is green and changes nothing on a re-run", async () => {
    const service = new MemoryService();
    const cwd = await folderWithReport("DEMO-1", "DEMO-2");
    await runTestsigma(["report", "junit.xml"], { service, cwd });
    const { exitCode, error } = await runTestsigma(["report", "junit.xml"], { service, cwd });
    expect(exitCode).toBe(0);
    expect(service.runs).toHaveLength(1);
    expect(error).toContain("(closed, it was there before)");
    expect(error).toContain("2 of 2 test cases, 0 of them changed");
  });

  it("exits with 1 when a test failed, and says which", async () => {
    const cwd = await folderWithReport("DEMO-1 works: failed");
    const { exitCode, error } = await runTestsigma(["report", "junit.xml"], { service: new MemoryService(), cwd });
    expect(exitCode).toBe(1);
    expect(error).toMatch(/Failed tests:\n {2}login › DEMO-1 works/);
    const never = await runTestsigma(["report", "junit.xml", "--fail-on", "never"], {
      service: new MemoryService(),
      cwd,
    });
    expect(never.exitCode).toBe(0);
  });

  it("records the rest when an id does not exist, and says what was probably meant", async () => {
    const service = new MemoryService();
    const cwd = await emptyFolder();
    const property = '<properties><property name="testsigma_id" value="DMO-2"/></properties>';
    await writeFile(
      join(cwd, "junit.xml"),
      `<testsuite><testcase name="DEMO-1"/><testcase name="b">${property}</testcase></testsuite>`,
    );
    const { exitCode, error } = await runTestsigma(["report", "junit.xml"], { service, cwd });
    expect(exitCode).toBe(0);
    expect(service.runs[0]?.results.size).toBe(1);
    expect(error).toContain("DMO-2 (b): the project's ids start with DEMO-, did you mean DEMO-2?");
  });

  it("prints JSON with --json, and nothing else on standard output", async () => {
    const cwd = await folderWithReport("DEMO-1", "DEMO-9");
    const { out } = await runTestsigma(["report", "junit.xml", "--json"], { service: new MemoryService(), cwd });
    expect(JSON.parse(out)).toMatchObject({
      run: { human_id: "DEMO-R-2", is_closed: true },
      tests: { passed: 2, matched: 2, unmatched: 0 },
      cases: { planned: 1, recorded: 1, written: 1 },
      unknown_cases: [{ id: "DEMO-9", hint: "it may have been deleted" }],
      exit_code: 0,
    });
  });

  it("writes nothing with --dry-run", async () => {
    const service = new MemoryService();
    const cwd = await folderWithReport("DEMO-1");
    const { exitCode, out, error } = await runTestsigma(["report", "junit.xml", "--dry-run"], { service, cwd });
    expect({ exitCode, out, runs: service.runs.length }).toEqual({ exitCode: 0, out: "", runs: 0 });
    expect(error).toContain("nothing (--dry-run); 1 test cases would be");
    expect(existsSync(join(cwd, ".testsigma-tms"))).toBe(false);
  });

  it("reports into a run that is named", async () => {
    const service = new MemoryService();
    const cwd = await folderWithReport("DEMO-1", "DEMO-2");
    await runTestsigma(["run", "create", "--cases", "all"], { service });
    const { exitCode, error } = await runTestsigma(["report", "junit.xml", "--run", "DEMO-R-2"], { service, cwd });
    expect(exitCode).toBe(0);
    expect(service.runs).toHaveLength(1);
    expect(error).toContain("open: 3 of its 5 test cases are untested");
  });

  it("uses the organization's names of results", async () => {
    const service = new MemoryService();
    const cwd = await folderWithReport("DEMO-1: failed");
    const wrong = await runTestsigma(["report", "junit.xml", "--status", "failed=Blokced"], { service, cwd });
    expect(wrong.exitCode).toBe(2);
    expect(wrong.error).toContain(
      "no status Blokced for tests that were failed, did you mean Blocked? there is: Passed, Failed",
    );
    await runTestsigma(["report", "junit.xml", "--status", "failed=Blocked"], { service, cwd });
    expect([...(service.runs[0]?.results.values() ?? [])]).toEqual(["Blocked"]);
  });

  it("finds the project by prefix, name or UUID, and says which there are", async () => {
    const cwd = await folderWithReport("DEMO-1");
    for (const project of ["DEMO", "demo project", "c47ade67-0543-4582-a4a5-b7de447c94f5"]) {
      const { exitCode } = await runTestsigma(["report", "junit.xml", "--project", project], {
        service: new MemoryService(),
        cwd,
      });
      expect(exitCode).toBe(0);
    }
    const { exitCode, error } = await runTestsigma(["report", "junit.xml", "--project", "DMEO"], {
      service: new MemoryService(),
      cwd,
    });
    expect(exitCode).toBe(2);
    expect(error).toContain("no project DMEO, there is: Demo project (DEMO)");
  });

  it("matches by map file and by title", async () => {
    const service = new MemoryService();
    const cwd = await folderWithReport("works", caseTitle(2));
    await writeFile(join(cwd, "map.json"), JSON.stringify({ "login::works": ["DEMO-1", "DEMO-3"] }));
    await runTestsigma(["report", "junit.xml", "--map", "map.json", "--match-title"], { service, cwd });
    expect(service.runs[0]?.results.size).toBe(3);
  });
});

describe("what cannot work creates nothing", () => {
  it.each([
    ["no report", [], "no report found: junit.xml matches no file"],
    ["no test", [""], "the reports hold no test (junit.xml); allow that with --no-require-tests"],
    [
      "no id on any test",
      ["works"],
      "none of the 1 tests names a test case of the project. Write an id such as DEMO-12",
    ],
    ["unknown ids only", ["DEMO-77"], "ids that do not exist: DEMO-77"],
  ])("%s", async (_, tests, message) => {
    const service = new MemoryService();
    const cwd = tests.length === 0 ? await emptyFolder() : await folderWithReport(...tests.filter(Boolean));
    const { exitCode, error } = await runTestsigma(["report", "junit.xml"], { service, cwd });
    expect({ exitCode, runs: service.runs.length }).toEqual({ exitCode: 2, runs: 0 });
    expect(error).toContain(message);
  });

  it("broken XML", async () => {
    const service = new MemoryService();
    const cwd = await emptyFolder();
    await writeFile(join(cwd, "junit.xml"), "<testsuite>\n<testcase name='DEMO-1'>\n</testsuite>");
    const { exitCode, error } = await runTestsigma(["report", "junit.xml"], { service, cwd });
    expect({ exitCode, runs: service.runs.length }).toEqual({ exitCode: 2, runs: 0 });
    expect(error).toContain("junit.xml:3: not well-formed XML");
  });

  it("tests without a test case, with --unmatched fail", async () => {
    const service = new MemoryService();
    const cwd = await folderWithReport("DEMO-1", "other", "DEMO-77");
    const { exitCode, error } = await runTestsigma(["report", "junit.xml", "--unmatched", "fail"], { service, cwd });
    expect({ exitCode, runs: service.runs.length }).toEqual({ exitCode: 2, runs: 0 });
    expect(error).toContain("1 tests name no test case, such as login › other; DEMO-77: it may have been deleted");
  });

  it("no key", async () => {
    const cwd = await folderWithReport("DEMO-1");
    const { exitCode, error } = await runTestsigma(["report", "junit.xml"], {
      service: new MemoryService(),
      cwd,
      environment: {},
    });
    expect(exitCode).toBe(2);
    expect(error).toBe(
      "no API key: set TESTSIGMA_API_KEY (or TESTSIGMA_API_TOKEN) to a key made in the app under Settings > API Keys; nothing was sent\n",
    );
  });
});

describe("failures of the upload", () => {
  const cases: [string, Response | "lost-before", number][] = [
    ["rejected", json(401, { code: 401, message: "Authorization header required" }), 3],
    ["of unknown outcome", "lost-before", 4],
  ];

  it.each(cases)("that are %s have an exit code of their own and leave a plan", async (_, fault, expected) => {
    const service = new MemoryService();
    service.fault = ({ operation }) =>
      operation === "createTestRun" ? (fault instanceof Response ? fault.clone() : fault) : undefined;
    const cwd = await folderWithReport("DEMO-1");
    const { exitCode, error } = await runTestsigma(["report", "junit.xml"], { service, cwd });
    expect(exitCode).toBe(expected);
    const [plan = ""] = await readdir(join(cwd, ".testsigma-tms"));
    expect(error).toContain(`npx @testsigma-tms/cli resume .testsigma-tms/${plan}`);

    service.fault = () => undefined;
    expect((await runTestsigma(["resume", join(".testsigma-tms", plan)], { service, cwd })).exitCode).toBe(0);
    expect(service.runs.map(({ status }) => status)).toEqual(["CLOSED"]);
    expect(await readdir(join(cwd, ".testsigma-tms"))).toEqual([]);
  });

  it("exit with 5 when nothing was sent", async () => {
    const service = new MemoryService();
    const cwd = await folderWithReport("DEMO-1");
    service.fault = () => {
      throw new TypeError("fetch failed", { cause: Object.assign(new Error("connect"), { code: "ECONNREFUSED" }) });
    };
    expect((await runTestsigma(["report", "junit.xml"], { service, cwd })).exitCode).toBe(5);
  });

  it("exit with 6 when a part is recorded", async () => {
    const service = new MemoryService();
    const cwd = await folderWithReport("DEMO-1", "DEMO-2");
    service.fault = rejectResultOf(caseId(2));
    const { exitCode, error } = await runTestsigma(["report", "junit.xml"], { service, cwd });
    expect(exitCode).toBe(6);
    expect(error).toMatch(/Not recorded:\n {2}DEMO-2: .*Invalid test case/);
  });

  it("only warn with --on-upload-error warn, and the tests still count", async () => {
    for (const [test, expected] of [
      ["DEMO-1", 0],
      ["DEMO-1: failed", 1],
    ] as const) {
      const service = new MemoryService();
      service.fault = ({ operation }) => (operation === "listProjects" ? "lost-before" : undefined);
      const cwd = await folderWithReport(test);
      const { exitCode, error } = await runTestsigma(["report", "junit.xml", "--on-upload-error", "warn"], {
        service,
        cwd,
      });
      expect(exitCode).toBe(expected);
      expect(error).toContain("nothing was written (--on-upload-error warn)");
    }
  });
});

describe("a test command after --", () => {
  const writing = (xml: string, exitCode: number) => [
    "--",
    process.execPath,
    "-e",
    `require("fs").writeFileSync("junit.xml", ${JSON.stringify(xml)}); process.exit(${exitCode})`,
  ];

  it("is run first, and what it left is reported also when it failed", async () => {
    const service = new MemoryService();
    const { exitCode, error } = await runTestsigma(["report", "junit.xml", ...writing(junitXml("DEMO-1: failed"), 7)], {
      service,
    });
    expect(exitCode).toBe(7);
    expect(error).toContain("the test command exited with 7");
    expect(service.runs[0]?.status).toBe("CLOSED");
  });

  it("that wrote no report does not report one of an earlier run", async () => {
    const service = new MemoryService();
    const cwd = await folderWithReport("DEMO-1");
    const { exitCode, error } = await runTestsigma(["report", "junit.xml", "--", process.execPath, "-e", "0"], {
      service,
      cwd,
    });
    expect(exitCode).toBe(2);
    expect(error).toContain("matches only files of an earlier run");
    expect(service.runs).toEqual([]);
  });

  it("keeps its exit code when the upload fails, which is said loudly", async () => {
    const service = new MemoryService();
    service.fault = ({ operation }) => (operation === "createTestRun" ? "lost-before" : undefined);
    const { exitCode, error } = await runTestsigma(["report", "junit.xml", ...writing(junitXml("DEMO-1"), 3)], {
      service,
    });
    expect(exitCode).toBe(3);
    expect(error).toContain("it is unknown whether everything is recorded");
  });

  it("that cannot be started is said", async () => {
    const { exitCode, error } = await runTestsigma(["report", "junit.xml", "--", "no-such-command"], {
      service: new MemoryService(),
    });
    expect(exitCode).toBe(2);
    expect(error).toContain("the test command cannot be started");
  });
});

describe("on GitHub", () => {
  it("writes a step summary, annotations and outputs", async () => {
    const service = new MemoryService();
    const cwd = await folderWithReport("DEMO-1 a*b: failed", "DEMO-2");
    const environment = {
      TESTSIGMA_API_KEY: apiKey,
      GITHUB_ACTIONS: "true",
      GITHUB_STEP_SUMMARY: join(cwd, "summary.md"),
      GITHUB_OUTPUT: join(cwd, "output.txt"),
    };
    const { error } = await runTestsigma(["report", "junit.xml"], { service, cwd, environment });
    expect(error).toContain("::error title=login › DEMO-1 a*b::expected 1");
    expect(await readFile(environment.GITHUB_STEP_SUMMARY, "utf8")).toContain("- login › DEMO-1 a\\*b");
    expect(await readFile(environment.GITHUB_OUTPUT, "utf8")).toContain(
      `run_id=${service.runs[0]?.id}\nhuman_id=DEMO-R-2\n`,
    );
  });

  it("needs no key for the summary of a pull request from a fork", async () => {
    const service = new MemoryService();
    const cwd = await folderWithReport("DEMO-1: failed", "DEMO-2");
    const environment = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: join(cwd, "summary.md") };
    const { exitCode } = await runTestsigma(["report", "junit.xml", "--on-missing-key", "skip"], {
      service,
      cwd,
      environment,
    });
    expect(exitCode).toBe(1);
    expect(service.requests).toEqual([]);
    expect(await readFile(environment.GITHUB_STEP_SUMMARY, "utf8")).toContain("| tests | 1 passed, 1 failed |");
  });
});

describe("on a terminal", () => {
  it("shows colours, unless NO_COLOR is set", async () => {
    const cwd = await folderWithReport("DEMO-1: failed");
    const colours = async (environment: Record<string, string>) => {
      const given = {
        service: new MemoryService(),
        cwd,
        isTerminal: true,
        environment: { TESTSIGMA_API_KEY: apiKey, ...environment },
      };
      return (await runTestsigma(["report", "junit.xml"], given)).error.includes("\u001b[31mexit code 1");
    };
    expect(await colours({})).toBe(true);
    expect(await colours({ NO_COLOR: "1" })).toBe(false);
  });
});

describe("the API key", () => {
  it("appears in no output, plan, summary or error", async () => {
    const service = new MemoryService();
    service.fault = ({ operation }) => (operation === "updateTestRun" ? "lost-before" : undefined);
    const cwd = await folderWithReport("DEMO-1: failed");
    const environment = {
      TESTSIGMA_API_KEY: apiKey,
      GITHUB_ACTIONS: "true",
      GITHUB_STEP_SUMMARY: join(cwd, "summary.md"),
    };
    const { out, error } = await runTestsigma(["report", "junit.xml", "--json"], { service, cwd, environment });
    const [plan = ""] = await readdir(join(cwd, ".testsigma-tms"));
    const texts = [
      out,
      error,
      await readFile(environment.GITHUB_STEP_SUMMARY, "utf8"),
      await readFile(join(cwd, ".testsigma-tms", plan), "utf8"),
    ];
    expect(service.authorizations).toEqual(new Set([`Bearer ${apiKey}`]));
    for (const text of texts) expect(text).not.toContain("secret");
  });
});

describe("an interruption", () => {
  it("exits as a shell would, and names the plan that continues", async () => {
    const service = new MemoryService();
    const controller = new AbortController();
    service.fault = ({ operation }) => {
      if (operation === "updateTestRunCases") controller.abort(new Interruption("SIGTERM"));
      return undefined;
    };
    const cwd = await folderWithReport("DEMO-1");
    const { exitCode, error } = await runTestsigma(["report", "junit.xml"], {
      service,
      cwd,
      signal: controller.signal,
    });
    expect(exitCode).toBe(143);
    const plan = /continue with: npx @testsigma-tms\/cli resume (\S+)/.exec(error)?.[1] ?? "";
    expect((await runTestsigma(["resume", plan], { service, cwd })).exitCode).toBe(0);
    expect(service.runs.map(({ status }) => status)).toEqual(["CLOSED"]);
  });
});
