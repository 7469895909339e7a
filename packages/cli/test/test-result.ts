import type { TestResult } from "../src/read/test-result.ts";

/** A test that passed, with what is given instead. */
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
