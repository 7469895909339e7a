import type { CTRFReport, Test } from "ctrf";
import { ReportError } from "../errors/report-error.js";
import { oneLine, plainText } from "../text/plain-text.js";
import { Attempts, type Repeated } from "./attempts.js";
import { maxMessageLength, type Property, type TestResult, type TestStatus } from "./test-result.js";

const statuses: ReadonlyMap<string, TestStatus> = new Map([
  ["passed", "passed"],
  ["failed", "failed"],
  ["skipped", "skipped"],
  ["pending", "skipped"],
  ["other", "blocked"],
]);

/**
 * Reads a CTRF report (ctrf.io).
 *
 * @throws {ReportError} for broken JSON, or JSON that is not CTRF
 */
export function* parseCtrf(report: string, text: string, repeated: Repeated): Generator<TestResult> {
  const document = parseJson(report, text);
  const { tests, summary } = document.results ?? {};
  if (!Array.isArray(tests)) {
    throw new ReportError(`no results.tests array, expected a CTRF report; found ${Object.keys(document).join(", ")}`, {
      file: report,
    });
  }
  const attempts = new Attempts();
  for (const [index, test] of tests.entries()) attempts.add(readTest(report, Object(test), index));
  yield* attempts.judged(repeated);
  if (!summary?.failed || tests.some(({ status, flaky }) => status === "failed" || flaky)) return;
  yield {
    ...{ report, file: "", className: "", name: report, status: "failed", flaky: false },
    message: `the summary counts ${summary.failed} failures, none of the tests failed`,
    ...{ properties: [], outputProperties: [], attachments: [] },
  };
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
  const status = statuses.get(test.status ?? "");
  const name = textOf(test.name);
  if (!name || !status) {
    const found = name ? `status ${JSON.stringify(test.status)}` : "no name";
    throw new ReportError(`results.tests[${index}]: found ${found}, expected a name and one of ${allowed}`, {
      file: report,
    });
  }
  const message = plainText([test.message, test.trace].map(textOf).filter(Boolean).join("\n")).slice(
    0,
    maxMessageLength,
  );
  return {
    report,
    file: oneLine(textOf(test.filePath)),
    className: oneLine(suiteOf(test)),
    name: oneLine(name),
    status,
    flaky: status === "passed" && test.flaky === true,
    ...(message && { message }),
    ...(typeof test.duration === "number" && { durationMs: Math.round(test.duration) }),
    properties: [...properties(test.labels), ...properties(test.extra), ...annotations(test.extra)],
    outputProperties: [],
    attachments: objects(test.attachments).flatMap(({ path }) => (typeof path === "string" ? [path] : [])),
  };
}

const allowed = [...statuses.keys()].join(", ");

/** Returns the suite as one string, which is what older reporters write. */
function suiteOf({ suite }: { suite?: string | string[] | undefined }): string {
  return Array.isArray(suite) ? suite.join(" > ") : textOf(suite);
}

/** Returns a text of a report, which may hold anything. */
function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function objects(list: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(list) ? list.map(Object) : [];
}

function properties(record: object | undefined): Property[] {
  return Object.entries(record ?? {}).flatMap(([name, value]) =>
    ["string", "number"].includes(typeof value) ? [{ name: oneLine(name), value: oneLine(String(value)) }] : [],
  );
}

/** Returns Playwright's annotations, in the form that its CTRF reporter writes. */
function annotations(extra: Test["extra"]): Property[] {
  return objects(extra?.annotations).flatMap(({ type, description }) =>
    typeof type === "string" && typeof description === "string"
      ? [{ name: oneLine(type), value: oneLine(description) }]
      : [],
  );
}
