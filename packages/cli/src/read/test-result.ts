/** How a test ended, in the order of badness: when several tests belong to one case, the worst counts. */
export const testStatuses = ["passed", "skipped", "blocked", "failed"] as const;

/** How a test ended. */
export type TestStatus = (typeof testStatuses)[number];

/** A name and a value that a test carries, such as `testsigma_id` and `DEMO-12`. */
export interface Property {
  readonly name: string;
  readonly value: string;
}

/** One test as a report tells it. Every text is plain: names are one line, nothing holds control characters. */
export interface TestResult {
  /** The report it was read from. */
  readonly report: string;
  /** The test's source file; empty where the report does not say. */
  readonly file: string;
  readonly className: string;
  readonly name: string;
  readonly status: TestStatus;
  /** It passed, but only after it had failed. */
  readonly flaky: boolean;
  /** The report holds several attempts of it that ended differently. */
  readonly isDisputed?: boolean;
  /** Why it failed or was skipped, cut to `maxMessageLength`. */
  readonly message?: string;
  readonly durationMs?: number;
  /** Properties of the test itself. */
  readonly properties: readonly Property[];
  /** Properties written to the output as `[[PROPERTY|name=value]]`. */
  readonly outputProperties: readonly Property[];
  /** Paths of files, relative to the report's folder or the working directory. */
  readonly attachments: readonly string[];
}

/** Longest message that is kept of a test, in characters. */
export const maxMessageLength = 4_000;

/** What tells one test from another: file, class name and name. */
export function testTitle({ file, className, name }: Pick<TestResult, "file" | "className" | "name">): string {
  return [file, className, name].filter((part, index, parts) => part && parts.indexOf(part) === index).join(" › ");
}
