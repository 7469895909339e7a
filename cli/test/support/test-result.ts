import type { TestResult } from "../../src/read/test-result.ts";

/** Returns a test that passed, with the given properties replaced. */
export function testResult(given: Partial<TestResult> & { name: string }): TestResult {
  return {
    report: "junit.xml",
    file: "",
    className: "",
    status: "passed",
    flaky: false,
    properties: [],
    outputProperties: [],
    attachments: [],
    ...given,
  };
}
