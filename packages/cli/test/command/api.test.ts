import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { caseId, MemoryService, projectId } from "../support/memory-service.ts";
import { emptyFolder, folderWithReport, runTestsigma } from "../support/run-testsigma.ts";

describe("testsigma-tms api", () => {
  it("calls an operation with flags and prints its response", async () => {
    const args = ["api", "getTestCase", "--project_id", projectId, "--test_case_id", "DEMO-2"];
    const { exitCode, out } = await runTestsigma(args, { service: new MemoryService() });
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ data: { test_case: { human_id: "DEMO-2" } } });
  });

  it("finds the project by its prefix or name", async () => {
    const service = new MemoryService();
    const args = ["api", "getTestCase", "--project", "DEMO", "--test_case_id", "DEMO-2"];
    expect(await runTestsigma(args, { service })).toMatchObject({ exitCode: 0 });
    expect(service.operations).toEqual(["listProjects", "getTestCase"]);
  });

  it("reads JSON from flags and from a file; flags win", async () => {
    const service = new MemoryService();
    const cwd = await emptyFolder();
    const body = { title: "From file", status: "ACTIVE", selection_type: "STATIC" };
    await writeFile(join(cwd, "run.json"), JSON.stringify(body));
    const filters = JSON.stringify([{ field: "id", operator: "IN", values: [caseId(1)] }]);
    const flags = ["--input", "run.json", "--title", "From flag", "--static_selection_filters", filters];
    expect(await runTestsigma(["api", "createTestRun", ...flags], { service, cwd })).toMatchObject({ exitCode: 0 });
    expect(service.runs).toMatchObject([{ title: "From flag", results: { "DEMO-1": "UnTested" } }]);
  });

  it("sends a file", async () => {
    const service = new MemoryService();
    const cwd = await folderWithReport("DEMO-1");
    await runTestsigma(["run", "create", "--cases", "all"], { service });
    const args = ["api", "importJunitReport", "--test_run_id", "DEMO-R-2", "--junit_xml", "junit.xml"];
    expect((await runTestsigma(args, { service, cwd })).exitCode).toBe(0);
    expect(service.files).toEqual(["junit.xml"]);
  });

  it("lists one page, or all with --all", async () => {
    const service = new MemoryService({ cases: 45 });
    const page = await runTestsigma(["api", "listTestCases", "--page_size", "20"], { service });
    expect(JSON.parse(page.out).data.test_cases).toHaveLength(20);
    const all = await runTestsigma(["api", "listTestCases", "--page_size", "20", "--all"], { service });
    expect(JSON.parse(all.out)).toHaveLength(45);
  });

  it.each([
    [["api", "deleteTestRun", "--test_run_id", "DEMO-R-2"], "deleteTestRun deletes for good; say so with --yes"],
    [["api", "lsitUsers"], "Did you mean listUsers?"],
    [["api", "listTestCases", "--page_size", "many"], "--page_size: given many, expected JSON"],
    [["api", "listTestCases", "--input", "no.json"], "--input no.json cannot be read"],
    [["api", "importJunitReport", "--test_run_id", "1", "--junit_xml", "no.xml"], "--junit_xml no.xml cannot be read"],
    [["api", "createTestRun", "--title", "a", "--output", "no/a.json"], "--output no/a.json cannot be written"],
    [["api", "getTestRun"], "test_run_id"],
  ])("rejects %j and sends nothing but reads", async (args, message) => {
    const service = new MemoryService();
    const { exitCode, error } = await runTestsigma(args, { service });
    expect(exitCode).toBe(2);
    expect(error).toContain(message);
    expect(service.operations.filter((operation) => operation !== "listProjects")).toEqual([]);
  });

  it("exits with the code of the outcome", async () => {
    const service = new MemoryService();
    const missing = await runTestsigma(["api", "getTestRun", "--test_run_id", "DEMO-R-9"], { service });
    expect(missing.exitCode).toBe(3);
    service.fault = ({ operation }) => (operation === "createTestRun" ? "lost-after" : undefined);
    const flags = "--title t --status ACTIVE --selection_type DYNAMIC --static_selection_filters []".split(" ");
    const unknown = await runTestsigma(["api", "createTestRun", ...flags], { service });
    expect(unknown.exitCode).toBe(4);
  });
});
