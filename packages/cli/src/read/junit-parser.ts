import sax from "sax";
import { ReportError } from "../errors/report-error.js";
import type { Repeated } from "./attempts.js";
import { JunitSuite } from "./junit-suite.js";
import { type Attribute, JunitTest } from "./junit-test.js";
import { nameOfRoot } from "./other-formats.js";
import type { TestResult } from "./test-result.js";

const maxAttributeLength = 16 * 1024 * 1024;
/**
 * Mistakes in text, such as `&#x1B;`, `&nope;`, `a && b` and `a < b`, which tools make when they write the output of
 * tests. A single one must not make a whole report unreadable.
 */
const harmless = /^(?:Invalid character (?:entity|in entity name)|Unencoded <|Malformed comment)/;

/** Parses JUnit XML that arrives in pieces. */
export type JunitParser = ReturnType<typeof createJunitParser>;

/**
 * Creates a parser of one report. Keeps the tests of open suites only, never the document.
 *
 * @throws {ReportError} for broken XML, an entity declaration, or a root other than `testsuites` or `testsuite`
 */
export function createJunitParser(report: string, repeated: Repeated = "worst") {
  const parser = sax.parser(true);
  /** The open suites, the outermost first. */
  const suites: JunitSuite[] = [];
  let closed: JunitSuite[] = [];
  let depth = 0;
  let test: JunitTest | undefined;
  /** Depth of the open element whose text belongs to the suite itself. */
  let suiteTextDepth: number | undefined;

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
    const attribute: Attribute = (key) => {
      const value = attributes[key];
      return typeof value === "string" ? value : undefined;
    };
    depth++;
    if (depth === 1 && name !== "testsuites" && name !== "testsuite") fail(nameOfRoot(name));
    const suite = suites.at(-1);
    if (name === "testsuite" || name === "testsuites") {
      suites.push(new JunitSuite(attribute, { report, parent: suite }));
    } else if (name === "testcase") {
      if (test) fail("found <testcase> inside <testcase>");
      test = new JunitTest(attribute, suite?.file ?? "");
    } else if (test) {
      test.openChild(name, attribute);
    } else if (name === "error" || name === "failure") {
      suite?.addError(attribute("message") ?? "");
      suiteTextDepth = depth;
    } else if (name === "system-err") {
      suiteTextDepth = depth;
    }
  };

  const onText = (text: string) => {
    if (test) test.addText(text);
    else if (suiteTextDepth === depth) suites.at(-1)?.addText(text);
  };
  parser.ontext = onText;
  parser.oncdata = onText;

  parser.onclosetag = (name) => {
    if (suiteTextDepth === depth) suiteTextDepth = undefined;
    depth--;
    if (name === "testsuite" || name === "testsuites") {
      const suite = suites.pop();
      if (!suite) return;
      closed.push(suite);
      suites.at(-1)?.addFailures(suite.failures);
    } else if (name === "testcase" && test) {
      suites.at(-1)?.addTest(test.result(report));
      test = undefined;
    } else {
      test?.closeChild();
    }
  };

  // The parser's own limit would reject a report with a long attribute, such as a large diff in `message`.
  Object.assign(parser, { bufferCheckPosition: Number.POSITIVE_INFINITY });

  return {
    /** Parses a piece and yields the tests of the suites that ended in it. */
    *write(text: string): Generator<TestResult> {
      parser.write(text);
      parser.flush();
      if (attributeLength(parser) > maxAttributeLength) fail("an attribute is longer than 16 MB");
      for (const suite of closed) yield* suite.tests(repeated);
      closed = [];
    },
    /** Ends the report. Throws if the document is not complete. */
    end() {
      parser.close();
      if (depth > 0) fail("the XML ends before its root element is closed");
    },
  };
}

function attributeLength(parser: object): number {
  return "attribValue" in parser && typeof parser.attribValue === "string" ? parser.attribValue.length : 0;
}
