import { cut, oneLine, ownCopy } from "../text/plain-text.js";

/** The statuses of a test, from best to worst. If several tests belong to one test case, the worst counts. */
export const testStatuses = ["passed", "skipped", "blocked", "failed"] as const;

export type TestStatus = (typeof testStatuses)[number];

/** A name and a value that a test carries, such as `testsigma_id` and `DEMO-12`. */
export interface Property {
  readonly name: string;
  readonly value: string;
}

/** One test of a report. Every text is plain: names are a single line, and nothing contains control characters. */
export interface TestResult {
  readonly report: string;
  /** The test's source file; empty if the report does not name it. */
  readonly file: string;
  readonly className: string;
  readonly name: string;
  readonly status: TestStatus;
  /** Whether the test passed, but only after it had failed. */
  readonly flaky: boolean;
  /** Whether the report contains several attempts of the test that ended differently. */
  readonly isDisputed?: boolean;
  /** The reason why it failed or was skipped, cut to `maxMessageLength`. */
  readonly message?: string;
  readonly durationMs?: number;
  readonly properties: readonly Property[];
  /** Properties written to the output as `[[PROPERTY|name=value]]`. */
  readonly outputProperties: readonly Property[];
  /** Paths of files, relative to the report's folder or the working directory. */
  readonly attachments: readonly string[];
}

/** Maximum length of a test's message, in UTF-16 units. */
export const maxMessageLength = 4_000;
/** Maximum length of a name or the value of a property; no tool writes a longer one. */
const maxNameLength = 2_000;

/** Returns a name of a report as one line of its own, which keeps nothing else of the report in memory. */
export function nameOf(text: string): string {
  return ownCopy(cut(oneLine(cut(text, 2 * maxNameLength)), maxNameLength));
}

export function propertyOf(name: string, value: string): Property {
  return { name: nameOf(name), value: nameOf(value) };
}

/** Returns the worst of several statuses, or `passed` if there are none. */
export function worstOf(statuses: readonly TestStatus[]): TestStatus {
  return testStatuses.findLast((status) => statuses.includes(status)) ?? "passed";
}

/** Returns a test that stands for a suite or report that counts more failures than it contains. */
export function failedSuite(suite: Pick<TestResult, "report" | "file" | "name"> & { message: string }): TestResult {
  const nothing = { properties: [], outputProperties: [], attachments: [] };
  return { ...suite, className: "", status: "failed", flaky: false, ...nothing };
}

/** Returns a title that tells one test from another: file, class name and name. */
export function testTitle({ file, className, name }: Pick<TestResult, "file" | "className" | "name">): string {
  return [file, className, name].filter((part, index, parts) => part && parts.indexOf(part) === index).join(" › ");
}
