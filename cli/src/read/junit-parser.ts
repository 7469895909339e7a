import sax from "sax";
import { ReportError } from "../errors/report-error.js";
import { oneLine, ownCopy, plainText } from "../text/plain-text.js";
import { Attempts, type Repeated } from "./attempts.js";
import { type JunitElement, testOf } from "./junit-test.js";
import { nameOfRoot } from "./other-formats.js";
import { maxMessageLength, type TestResult } from "./test-result.js";

const maxTextLength = 16 * 1024 * 1024;
/**
 * Mistakes in text, such as `&#x1B;`, `&nope;`, `a && b` and `a < b`, which tools make when they write the output of
 * tests. A single one must not make a whole report unreadable.
 */
const harmless = /^(?:Invalid character (?:entity|in entity name)|Unencoded <|Malformed comment)/;

/** A `testsuite` or `testsuites` element. */
interface Suite {
  readonly name: string;
  readonly file: string;
  /** The failures that it counts itself. */
  readonly declared: number;
  readonly tests: Attempts;
  /** Number of failures in its tests and inner suites. */
  failures: number;
  hasError: boolean;
  /** Text of its own errors and of `system-err`. */
  message: string;
}

/** Parses JUnit XML that arrives in pieces. */
export type JunitParser = ReturnType<typeof createJunitParser>;

/**
 * Creates a parser of one report. Keeps the tests of open suites and the elements of the open test, never the document.
 *
 * @throws {ReportError} for broken XML, an entity declaration, or a root other than `testsuites` or `testsuite`
 */
export function createJunitParser(report: string, repeated: Repeated = "worst") {
  const parser = sax.parser(true);
  /** The open elements and suites, the outermost first. */
  const open: JunitElement[] = [];
  const suites: Suite[] = [];
  let closed: Suite[] = [];
  /** The elements inside the open test that are closed, however deep. */
  let parts: JunitElement[] | undefined;

  const fail = (message: string): never => {
    throw new ReportError(message, { file: report, line: parser.line + 1 });
  };

  parser.onerror = (error) => {
    // The parser goes on with the text as it is written.
    if (harmless.test(error.message)) {
      Object.assign(parser, { error: null });
      return;
    }
    const [reason = ""] = error.message.split("\n");
    fail(`not well-formed XML: ${reason.replace(/\.$/, "")}, column ${parser.column}`);
  };

  parser.ondoctype = (doctype) => {
    if (doctype.includes("[") || /ENTITY/i.test(doctype)) fail("declares entities in a DOCTYPE, which is not allowed");
  };

  parser.onopentag = ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, text: "" };
    if (open.length === 0 && !isSuite(name)) fail(nameOfRoot(name));
    open.push(element);
    if (isSuite(name)) suites.push(suiteOf(element, suites.at(-1), report));
    else if (name === "testcase" && parts) fail("found <testcase> inside <testcase>");
    else if (name === "testcase") parts = [];
  };

  const onText = (text: string) => {
    const element = open.at(-1);
    // Only the output of a test is needed in full, because it can name test cases and files.
    const maxLength = parts && element?.name.startsWith("system-") ? maxTextLength : maxMessageLength;
    if (element && element.text.length < maxLength) element.text += text;
  };
  parser.ontext = onText;
  parser.oncdata = onText;

  parser.onclosetag = (name) => {
    const element = open.pop();
    const suite = suites.at(-1);
    if (!element || !suite) return;
    if (name === "testcase" && parts) {
      const test = testOf(element, parts, { report, file: suite.file });
      parts = undefined;
      suite.tests.add(test);
      if (test.status === "failed") suite.failures++;
    } else if (parts) {
      parts.push(element);
    } else if (isSuite(name)) {
      suites.pop();
      closed.push(suite);
      const outer = suites.at(-1);
      if (outer) outer.failures += failuresOf(suite);
    } else if (["error", "failure", "system-err"].includes(name)) {
      suite.hasError ||= name !== "system-err";
      suite.message = (suite.message + (element.attributes.message ?? "") + element.text).slice(0, maxMessageLength);
    }
  };

  // The parser's own limit would reject a report with a long attribute, such as a large diff in `message`.
  Object.assign(parser, { bufferCheckPosition: Number.POSITIVE_INFINITY });

  return {
    /** Parses a piece and yields the tests of the suites that ended in it. */
    *write(text: string): Generator<TestResult> {
      parser.write(text);
      parser.flush();
      if (attributeLength(parser) > maxTextLength) fail("an attribute is longer than 16 MB");
      for (const suite of closed) yield* testsOf(suite, report, repeated);
      closed = [];
    },
    /** Ends the report. Throws if the document is not complete. */
    end(): void {
      parser.close();
      if (open.length > 0) fail("the XML ends before its root element is closed");
    },
  };
}

const isSuite = (name: string) => name === "testsuite" || name === "testsuites";

function suiteOf({ attributes }: JunitElement, outer: Suite | undefined, report: string): Suite {
  const count = (text = "") => Math.max(0, Number.parseInt(text, 10) || 0);
  const { name = "", file, failures, errors } = attributes;
  return {
    name: ownCopy(oneLine(name)) || report,
    file: file === undefined ? (outer?.file ?? "") : ownCopy(oneLine(file)),
    declared: count(failures) + count(errors),
    ...{ tests: new Attempts(), failures: 0, hasError: false, message: "" },
  };
}

/** Returns the number of failures of a closed suite: those that it counts, or more. */
function failuresOf({ failures, declared, hasError }: Suite): number {
  return Math.max(failures, declared, hasError ? 1 : 0);
}

/**
 * Yields the tests of a closed suite. If the suite died or counts failures although none of its tests failed, yields a
 * failed test for the suite itself, so that it never passes.
 */
function* testsOf(suite: Suite, report: string, repeated: Repeated): Generator<TestResult> {
  yield* suite.tests.judged(repeated);
  if (suite.failures > 0 || failuresOf(suite) === 0) return;
  const counts = `the suite counts ${suite.declared} failures, none of its tests failed`;
  const message = ownCopy(plainText(suite.message)).trim() || counts;
  const { name, file } = suite;
  yield {
    ...{ report, file, className: "", name, status: "failed", flaky: false },
    ...{ message, properties: [], outputProperties: [], attachments: [] },
  };
}

function attributeLength(parser: object): number {
  return "attribValue" in parser && typeof parser.attribValue === "string" ? parser.attribValue.length : 0;
}
