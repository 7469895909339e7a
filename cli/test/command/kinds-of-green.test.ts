import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { MemoryService } from "../support/memory-service.ts";
import { emptyFolder, runTestsigma } from "../support/run-testsigma.ts";

const suite = (content: string) => `<testsuite name="s">${content}</testsuite>`;

/** Reports a fixture or XML that a test command writes, which exits with 0 whatever the tests did. */
async function reportGreen(report: string, flags: readonly string[] = []) {
  const cwd = await emptyFolder();
  const service = new MemoryService();
  if (!report.startsWith("<"))
    await copyFile(join(import.meta.dirname, "../fixtures/counted", report), join(cwd, "in"));
  const write = `const fs = require("fs"); fs.writeFileSync("junit.xml", process.argv[1] || fs.readFileSync("in"))`;
  const command = [process.execPath, "-e", write, ...(report.startsWith("<") ? ["--", report] : [])];
  const { exitCode } = await runTestsigma(["report", "junit.xml", "--json", ...flags, "--", ...command], {
    service,
    cwd,
  });
  return { exitCode, results: service.runs[0]?.results };
}

describe("after a test command that exits with 0", () => {
  it.each<[string, string, string[], Record<string, string>, number]>([
    ["Surefire 2 that repeated a test", "surefire2-rerun.xml", [], { 1: "Passed", 4: "Skipped", 5: "Passed" }, 0],
    [
      "Surefire 3 that repeated tests",
      "surefire3-rerun.xml",
      [],
      { 1: "Passed", 2: "Passed", 4: "Skipped", 5: "Passed" },
      0,
    ],
    ["a data set of TestNG", "testng.xml", [], { 1: "Passed", 3: "Failed", 4: "Skipped" }, 1],
    ["gotestsum", "gotestsum-rerun.xml", [], { 1: "Passed", 2: "Failed", 3: "Passed", 4: "Skipped", 5: "Failed" }, 1],
    ["gotestsum, last", "gotestsum-rerun.xml", ["--repeated", "last"], { 2: "Failed", 5: "Passed" }, 1],
    ["Gradle", "gradle-retry.xml", [], { 1: "Passed", 2: "Failed", 4: "Skipped", 5: "Failed" }, 1],
    ["Gradle, last", "gradle-retry.xml", ["--repeated", "last"], { 2: "Failed", 5: "Passed" }, 1],
    ["a warning of PHPUnit", "phpunit-warning.xml", [], { 1: "Passed", 2: "Blocked" }, 0],
    [
      "tests that share a name",
      suite('<testcase name="DEMO-1"/><testcase name="DEMO-1"><error/></testcase><testcase name="DEMO-1"/>'),
      [],
      { 1: "Failed" },
      1,
    ],
  ])("%s is recorded unchanged", async (_, report, flags, results, exitCode) => {
    const expected = Object.fromEntries(Object.entries(results).map(([number, result]) => [`DEMO-${number}`, result]));
    expect(await reportGreen(report, flags)).toMatchObject({ exitCode, results: expected });
  });
});
