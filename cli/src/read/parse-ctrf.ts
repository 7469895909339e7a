import { ReportError } from "../errors.js";
import { count, cut, plainText } from "../text/plain-text.js";
import { Attempts } from "./attempts.js";
import type { ParseOptions } from "./junit-parser.js";
import {
  failedSuite,
  maxMessageLength,
  nameOf,
  type Property,
  propertyOf,
  type TestResult,
  type TestStatus,
} from "./test-result.js";

const statuses: ReadonlyMap<unknown, TestStatus> = new Map([
  ["passed", "passed"],
  ["failed", "failed"],
  ["skipped", "skipped"],
  ["pending", "skipped"],
  ["other", "blocked"],
]);

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads a CTRF report (ctrf.io). Whatever else than the format has stands in it is ignored.
 *
 * @throws {ReportError} for broken JSON, or JSON that is not CTRF
 */
export function* parseCtrf(
  report: string,
  text: string,
  { repeated = "worst", onWarning }: ParseOptions = {},
): Generator<TestResult> {
  const document = parseJson(report, text);
  const { tests, summary } = recordOf(document.results);
  if (!Array.isArray(tests)) {
    const found = cut(Object.keys(document).join(", "), 200) || "nothing";
    const message = `expected a CTRF report with the array results.tests, got an object with ${found}`;
    throw new ReportError(message, { file: report });
  }
  const attempts = new Attempts();
  for (const [index, test] of tests.entries()) attempts.add(readTest(report, recordOf(test), index));
  yield* attempts.combined(repeated);

  const { tests: counted, failed } = recordOf(summary);
  const missing = typeof counted === "number" ? counted - tests.length : 0;
  if (missing > 0) onWarning?.(`${report} counts ${count(missing, "test")} more than it contains`);
  const isShown = tests.map(recordOf).some(({ status, flaky }) => status === "failed" || flaky);
  if (typeof failed !== "number" || failed < 1 || isShown) return;
  const message = `the summary declares ${failed} failures, but none of the tests failed`;
  yield failedSuite({ report, file: "", name: report, message });
}

function parseJson(report: string, text: string): Json {
  try {
    return recordOf(JSON.parse(text));
  } catch (cause) {
    const { message } = cause as SyntaxError;
    const position = /position (\d+)/.exec(message)?.[1];
    const line = position === undefined ? undefined : text.slice(0, Number(position)).split("\n").length;
    throw new ReportError(`not valid JSON: ${message}`, { file: report, line, cause });
  }
}

function readTest(report: string, test: Json, index: number): TestResult {
  const name = textOf(test.name);
  const word = textOf(test.status);
  if (!name || !word) {
    const found = name ? "no status" : "no name";
    throw new ReportError(`results.tests[${index}]: expected a name and a status, got ${found}`, { file: report });
  }
  // A word that is not known never means that the test passed.
  const status = statuses.get(word) ?? "blocked";
  const reasons = [test.message, test.trace].map((reason) => cut(textOf(reason), maxMessageLength));
  const reason = reasons.filter(Boolean).join("\n") || (statuses.has(word) ? "" : `unknown status ${cut(word, 100)}`);
  const message = cut(plainText(reason), maxMessageLength);
  const wasRepeated = test.flaky === true || (typeof test.retries === "number" && test.retries > 0);
  return {
    report,
    file: nameOf(textOf(test.filePath)),
    // Older reporters write the suite as one string.
    className: nameOf(Array.isArray(test.suite) ? test.suite.map(textOf).join(" > ") : textOf(test.suite)),
    name: nameOf(name),
    status,
    flaky: status === "passed" && wasRepeated,
    ...(message && { message }),
    ...(typeof test.duration === "number" && { durationMs: Math.round(test.duration) }),
    properties: [...properties(test.labels), ...properties(test.extra), ...annotations(recordOf(test.extra))],
    outputProperties: [],
    attachments: recordsOf(test.attachments).flatMap(({ path }) => (typeof path === "string" ? [path] : [])),
  };
}

/** Returns a text of a report, which may be anything. */
function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function recordOf(value: unknown): Json {
  return value !== null && typeof value === "object" ? (value as Json) : {};
}

function recordsOf(list: unknown): Json[] {
  return Array.isArray(list) ? list.map(recordOf) : [];
}

function properties(record: unknown): Property[] {
  return Object.entries(recordOf(record)).flatMap(([name, value]) =>
    typeof value === "string" || typeof value === "number" ? [propertyOf(name, String(value))] : [],
  );
}

/** Returns Playwright's annotations, in the form that its CTRF reporter writes. */
function annotations({ annotations }: Json): Property[] {
  return recordsOf(annotations).flatMap(({ type, description }) =>
    typeof type === "string" && typeof description === "string" ? [propertyOf(type, description)] : [],
  );
}
