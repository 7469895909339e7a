import sax from "sax";
import { type Attribute, JunitTest } from "./junit-test.js";
import { ReportError } from "./report-error.js";
import type { TestResult } from "./test-result.js";

const maxAttributeLength = 16 * 1024 * 1024;

/** Parses JUnit XML that arrives in pieces. */
export interface JunitParser {
  /** Parses a piece and returns the tests that ended in it. */
  write(text: string): TestResult[];
  /** Throws when the document is not complete. */
  end(): void;
}

/**
 * Creates a parser of one report. Keeps the open test only, never the document.
 *
 * @throws {ReportError} for broken XML, an entity declaration, or another root than `testsuites` or `testsuite`
 */
export function createJunitParser(report: string): JunitParser {
  const parser = sax.parser(true);
  const tests: TestResult[] = [];
  const suiteFiles: string[] = [];
  let depth = 0;
  let test: JunitTest | undefined;

  const fail = (message: string): never => {
    throw new ReportError(message, { file: report, line: parser.line + 1 });
  };

  parser.onerror = (error) => {
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
    if (depth === 1 && name !== "testsuites" && name !== "testsuite") {
      fail(`found <${name}>, expected <testsuites> or <testsuite> (JUnit XML)`);
    }
    if (name === "testsuite") {
      suiteFiles.push(attribute("file") ?? suiteFiles.at(-1) ?? "");
    } else if (name === "testcase") {
      if (test) fail("found <testcase> inside <testcase>");
      test = new JunitTest(attribute, suiteFiles.at(-1) ?? "");
    } else {
      test?.openChild(name, attribute);
    }
  };

  const onText = (text: string) => test?.addText(text);
  parser.ontext = onText;
  parser.oncdata = onText;

  parser.onclosetag = (name) => {
    depth--;
    if (name === "testsuite") {
      suiteFiles.pop();
    } else if (name === "testcase" && test) {
      tests.push(test.result(report));
      test = undefined;
    } else {
      test?.closeChild();
    }
  };

  // The parser's own limit would end a report with a long attribute, such as a large diff in `message`.
  Object.assign(parser, { bufferCheckPosition: Number.POSITIVE_INFINITY });

  return {
    write(text) {
      parser.write(text);
      parser.flush();
      if (attributeLength(parser) > maxAttributeLength) fail("an attribute is longer than 16 MB");
      return tests.splice(0);
    },
    end() {
      parser.close();
      if (depth > 0) fail("the XML ends before its root element is closed");
    },
  };
}

function attributeLength(parser: object): number {
  return "attribValue" in parser && typeof parser.attribValue === "string" ? parser.attribValue.length : 0;
}
