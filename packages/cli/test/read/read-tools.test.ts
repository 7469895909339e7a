import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readReports } from "../../src/read/read-reports.ts";
import type { TestResult } from "../../src/read/test-result.ts";

const fixtures = fileURLToPath(new URL("../fixtures/", import.meta.url));

async function read(report: string): Promise<TestResult[]> {
  return Array.fromAsync(readReports([report], { cwd: fixtures }));
}

const lines = (tests: TestResult[]) =>
  tests.map(({ name, status, flaky }) => `${status}${flaky ? " (flaky)" : ""}: ${name}`);

describe("reports made by real tools", () => {
  it("reads Vitest's JUnit reporter", async () => {
    const tests = await read("vitest.xml");
    expect(lines(tests)).toEqual([
      "passed: login > DEMO-1 accepts a valid password",
      "failed: login > DEMO-2 rejects a wrong password",
      "passed: login > nested > DEMO-3 remembers user 1",
      "passed: login > nested > DEMO-3 remembers user 2",
      "skipped: login > nested > DEMO-4 logs out",
      "passed: login > DEMO-5 reloads",
      "passed: login > has no case",
    ]);
    expect(tests[0]?.attachments).toEqual(["screens/login.png"]);
    expect(tests[1]?.message).toContain("expected '<b>Überraschung</b> ]]> 😀' to be 'grüß dich'");
  });

  // jest-junit writes a todo (DEMO-6) like a test that passed.
  it("reads jest-junit", async () => {
    expect(lines(await read("jest.xml"))).toEqual([
      "passed: login DEMO-1 accepts a valid password",
      "failed: login DEMO-2 rejects a wrong password",
      "passed: login nested DEMO-3 remembers user 1",
      "passed: login nested DEMO-3 remembers user 2",
      "skipped: login nested DEMO-4 logs out",
      "passed: login nested DEMO-6 locks the account",
    ]);
  });

  it("reads Playwright's JUnit reporter with annotations and attachments", async () => {
    const tests = await read("playwright.xml");
    expect(lines(tests)).toEqual([
      "passed: login › accepts a valid password @DEMO-1",
      "failed: login › rejects a wrong password",
      "passed: login › reloads DEMO-5",
      "skipped: login › logs out DEMO-4",
      "passed: login › remembers ann DEMO-3",
      "passed: login › remembers bob DEMO-3",
    ]);
    expect(tests[1]?.properties).toEqual([{ name: "testsigma_id", value: "DEMO-2" }]);
    expect(tests[0]?.attachments).toEqual([expect.stringMatching(/screenshot-.*\.png$/)]);
  });

  it("reads mocha-junit-reporter, which Cypress uses, with a property in the output", async () => {
    const tests = await read("mocha.xml");
    expect(lines(tests)).toEqual([
      "passed: login DEMO-1 accepts a valid password",
      "failed: login DEMO-2 rejects a wrong password",
      "passed: login nested DEMO-3 remembers user 1",
      "passed: login nested DEMO-3 remembers user 2",
    ]);
    expect(tests[0]?.outputProperties).toEqual([{ name: "testsigma_id", value: "DEMO-7" }]);
    expect(tests[1]?.message).toContain("]]> ' == 'grüß dich'");
  });

  it("reads pytest, an error in a fixture as a failure", async () => {
    const tests = await read("pytest.xml");
    expect(lines(tests)).toEqual([
      "passed: test_DEMO_1_accepts_a_valid_password",
      "failed: test_rejects_a_wrong_password",
      "passed: test_DEMO_3_remembers[ann]",
      "passed: test_DEMO_3_remembers[bob]",
      "skipped: test_DEMO_4_logs_out",
      "failed: test_DEMO_5_reloads",
    ]);
    expect(tests.map(({ className }) => className)).toContain("test_login.TestNested");
    expect(tests[1]?.properties).toEqual([{ name: "testsigma_id", value: "DEMO-2" }]);
  });

  it("reads node:test, which nests suites", async () => {
    const tests = await read("node-test.xml");
    expect(lines(tests)).toEqual([
      "passed: DEMO-3 remembers user 1",
      "passed: DEMO-3 remembers user 2",
      "skipped: DEMO-4 logs out",
      "skipped: DEMO-6 locks the account",
      "passed: DEMO-1 accepts a valid password",
      "failed: DEMO-2 rejects a wrong password",
    ]);
    expect(tests[2]).toMatchObject({ className: "login.nested", message: "not yet" });
  });

  it("reads Maven Surefire with a rerun that passed and one that failed", async () => {
    const tests = await read("surefire.xml");
    expect(lines(tests)).toEqual([
      "passed (flaky): DEMO_5_reloads",
      "skipped: DEMO_4_logsOut",
      "passed: DEMO_1_acceptsAValidPassword",
      "failed: testDEMO_2_rejectsAWrongPassword",
    ]);
    expect(tests[3]?.message).toContain("expected:<[grüß dich]> but was:<[<b>Überraschung</b> ]]> 😀]>");
  });

  it.each(["gotestsum.xml", "go-junit-report.xml"])("reads %s with Go's subtests", async (report) => {
    const tests = await read(report);
    expect(lines(tests).toSorted()).toEqual([
      "failed: TestRejects",
      "failed: TestRejects/DEMO-2_rejects_a_wrong_password",
      "passed: TestDEMO_1_AcceptsAValidPassword",
      "passed: TestRemembers",
      "passed: TestRemembers/DEMO-3_ann",
      "passed: TestRemembers/DEMO-3_bob",
      "skipped: TestDEMO_4_LogsOut",
    ]);
  });

  it("reads Playwright's CTRF reporter and flags the flaky test", async () => {
    const tests = await read("playwright-ctrf.json");
    expect(lines(tests)).toContain("passed (flaky): reloads DEMO-5");
    expect(tests.map(({ status }) => status).toSorted()).toEqual([
      "failed",
      "passed",
      "passed",
      "passed",
      "passed",
      "skipped",
    ]);
  });

  it.each(["jest-ctrf.json", "mocha-ctrf.json"])("reads %s", async (report) => {
    const tests = await read(report);
    expect(tests.find(({ name }) => name.includes("DEMO-2"))?.status).toBe("failed");
    expect(tests.find(({ name }) => name.includes("DEMO-4"))?.status).toBe("skipped");
  });
});
