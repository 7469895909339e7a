import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { caseId, MemoryService } from "../support/memory-service.ts";
import { emptyFolder, folderWithReport, runTestsigma } from "../support/run-testsigma.ts";

describe("testsigma-tms api", () => {
  it("calls an operation and prints its response; finds the project by its prefix", async () => {
    const service = new MemoryService();
    const { exitCode, out } = await runTestsigma(["api", "getTestCase", "project_id=DEMO", "test_case_id=DEMO-2"], {
      service,
    });
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ data: { test_case: { human_id: "DEMO-2" } } });
    expect(service.operations).toEqual(["listProjects", "getTestCase"]);
  });

  it("reads JSON from arguments and from a file; arguments win", async () => {
    const service = new MemoryService();
    const cwd = await emptyFolder();
    const body = { title: "From file", status: "ACTIVE", selection_type: "STATIC" };
    await writeFile(join(cwd, "run.json"), JSON.stringify(body));
    const filters = JSON.stringify([{ field: "id", operator: "IN", values: [caseId(1)] }]);
    const properties = ["project_id=DEMO", "title=From argument", `static_selection_filters:=${filters}`];
    const args = ["api", "createTestRun", ...properties, "--input", "run.json"];
    expect(await runTestsigma(args, { service, cwd })).toMatchObject({ exitCode: 0 });
    expect(service.runs).toMatchObject([{ title: "From argument", results: { "DEMO-1": "UnTested" } }]);
  });

  it("sends a file", async () => {
    const service = new MemoryService();
    const cwd = await folderWithReport("DEMO-1");
    await runTestsigma(["run", "create", "--cases", "all"], { service });
    const properties = ["project_id=DEMO", "test_run_id=DEMO-R-2", "junit_xml@junit.xml"];
    expect((await runTestsigma(["api", "importJunitReport", ...properties], { service, cwd })).exitCode).toBe(0);
    expect(service.files).toEqual(["junit.xml"]);
  });

  it("lists one page, or all with --all", async () => {
    const service = new MemoryService({ cases: 45 });
    const list = ["api", "listTestCases", "project_id=DEMO", "page_size:=20"];
    expect(JSON.parse((await runTestsigma(list, { service })).out).data.test_cases).toHaveLength(20);
    expect(JSON.parse((await runTestsigma([...list, "--all"], { service })).out)).toHaveLength(45);
  });

  it.each([
    [["deleteTestRun", "test_run_id=DEMO-R-2"], "deleteTestRun deletes permanently; confirm with --yes"],
    [["lsitUsers"], "did you mean listUsers?"],
    [["listTestCases", `page_size:=${"x".repeat(58)}😀😀`], `got ${"x".repeat(58)}…; nothing was sent`],
    [["listTestCases", "--input", "no.json"], "cannot read no.json"],
    [["importJunitReport", "test_run_id=1", "junit_xml@no.xml"], "cannot read no.xml"],
    [["listUsers", "many"], "many: expected name=text"],
    [["getTestRun", "project_id=DEMO"], "test_run_id"],
  ])("rejects %j and sends nothing but reads", async (args, message) => {
    const service = new MemoryService();
    const { exitCode, error } = await runTestsigma(["api", ...args], { service });
    expect(exitCode).toBe(2);
    expect(error).toContain(message);
    expect(service.operations.filter((operation) => operation !== "listProjects")).toEqual([]);
  });

  it("exits with the code of the outcome", async () => {
    const service = new MemoryService();
    const missing = await runTestsigma(["api", "getTestRun", "project_id=DEMO", "test_run_id=DEMO-R-9"], { service });
    expect(missing.exitCode).toBe(3);
    service.fault = ({ operation }) => (operation === "createTestRun" ? "lost-after" : undefined);
    const run = "project_id=DEMO title=t status=ACTIVE selection_type=DYNAMIC static_selection_filters:=[]".split(" ");
    expect((await runTestsigma(["api", "createTestRun", ...run], { service })).exitCode).toBe(4);
  });
});
