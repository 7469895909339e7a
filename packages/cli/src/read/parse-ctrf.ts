import type { CTRFReport, Test } from "ctrf";
import { ReportError } from "./report-error.js";
import { maxMessageLength, type Property, type TestResult, type TestStatus } from "./test-result.js";

const statuses: Readonly<Record<string, TestStatus>> = {
  passed: "passed",
  failed: "failed",
  skipped: "skipped",
  pending: "skipped",
  other: "blocked",
};

/**
 * Reads a CTRF report (ctrf.io).
 *
 * @throws {ReportError} for broken JSON, or JSON that is not CTRF
 */
export function parseCtrf(report: string, text: string): TestResult[] {
  const document = parseJson(report, text);
  const tests = document.results?.tests;
  if (!Array.isArray(tests)) {
    throw new ReportError(`no results.tests array, expected a CTRF report; found ${Object.keys(document).join(", ")}`, {
      file: report,
    });
  }
  return tests.map((test, index) => readTest(report, test, index));
}

function parseJson(report: string, text: string): Partial<CTRFReport> {
  try {
    const document: unknown = JSON.parse(text);
    if (document !== null && typeof document === "object") return document;
    throw new SyntaxError(`found ${typeof document}, expected an object`);
  } catch (cause) {
    const { message } = cause as SyntaxError;
    const position = /position (\d+)/.exec(message)?.[1];
    const line = position === undefined ? undefined : text.slice(0, Number(position)).split("\n").length;
    throw new ReportError(`not valid JSON: ${message}`, { file: report, line, cause });
  }
}

function readTest(report: string, test: Partial<Test>, index: number): TestResult {
  const status = statuses[test.status ?? ""];
  if (!test.name || !status) {
    const found = test.name ? `status ${JSON.stringify(test.status)}` : "no name";
    throw new ReportError(`results.tests[${index}]: found ${found}, expected a name and one of ${allowed}`, {
      file: report,
    });
  }
  const message = [test.message, test.trace].filter(Boolean).join("\n").slice(0, maxMessageLength);
  return {
    report,
    file: test.filePath ?? "",
    className: suiteOf(test),
    name: test.name,
    status,
    flaky: status === "passed" && test.flaky === true,
    ...(message && { message }),
    ...(typeof test.duration === "number" && { durationMs: Math.round(test.duration) }),
    properties: [...properties(test.labels), ...properties(test.extra)],
    outputProperties: [],
    attachments: (test.attachments ?? []).flatMap(({ path }) => (typeof path === "string" ? [path] : [])),
  };
}

const allowed = Object.keys(statuses).join(", ");

/** Older reporters write the suite as one string. */
function suiteOf({ suite }: { suite?: string | string[] | undefined }): string {
  return Array.isArray(suite) ? suite.join(" > ") : (suite ?? "");
}

function properties(record: object | undefined): Property[] {
  return Object.entries(record ?? {}).flatMap(([name, value]) =>
    ["string", "number"].includes(typeof value) ? [{ name, value: String(value) }] : [],
  );
}
