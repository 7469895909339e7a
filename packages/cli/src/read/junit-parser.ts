import sax from "sax";
import { OutputScanner } from "./output-scanner.js";
import { ReportError } from "./report-error.js";
import { maxMessageLength, type Property, type TestResult, type TestStatus } from "./test-result.js";

const maxAttributeLength = 16 * 1024 * 1024;
const notRun = new Set(["notrun", "skipped", "disabled", "ignored"]);

/** Parses JUnit XML that arrives in pieces. */
export interface JunitParser {
  /** Parses a piece and returns the tests that ended in it. */
  write(text: string): TestResult[];
  /** Throws when the document is not complete. */
  end(): void;
}

interface OpenTest {
  file: string;
  className: string;
  name: string;
  status: TestStatus;
  retried: boolean;
  message: string;
  durationMs: number | undefined;
  properties: Property[];
  output: OutputScanner;
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
  let test: OpenTest | undefined;
  let textTarget: "message" | "output" | "property" | undefined;

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
    const attribute = (key: string) => attributes[key] as string | undefined;
    depth++;
    if (depth === 1 && name !== "testsuites" && name !== "testsuite") {
      fail(`found <${name}>, expected <testsuites> or <testsuite> (JUnit XML)`);
    }
    if (name === "testsuite") {
      suiteFiles.push(attribute("file") ?? suiteFiles.at(-1) ?? "");
    } else if (name === "testcase") {
      if (test) fail("found <testcase> inside <testcase>");
      test = {
        file: attribute("file") ?? suiteFiles.at(-1) ?? "",
        className: attribute("classname") ?? "",
        name: attribute("name") ?? "",
        status: notRun.has(attribute("status") ?? attribute("result") ?? "") ? "skipped" : "passed",
        retried: false,
        message: "",
        durationMs: milliseconds(attribute("time")),
        properties: [],
        output: new OutputScanner(),
      };
    } else if (test) {
      textTarget = openInsideTest(test, name, attribute);
    }
  };

  const onText = (text: string) => {
    if (!test || !textTarget) return;
    if (textTarget === "output") test.output.write(text);
    else if (textTarget === "message") addMessage(test, text);
    else {
      const property = test.properties.at(-1);
      if (property) test.properties[test.properties.length - 1] = { ...property, value: property.value + text };
    }
  };
  parser.ontext = onText;
  parser.oncdata = onText;

  parser.onclosetag = (name) => {
    depth--;
    if (name === "testsuite") suiteFiles.pop();
    else if (name === "testcase" && test) {
      tests.push(closeTest(test, report));
      test = undefined;
    } else if (test && textTarget) {
      if (textTarget === "output") test.output.end();
      textTarget = undefined;
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

/** Takes up a child element of a test; returns where its text belongs. */
function openInsideTest(test: OpenTest, name: string, attribute: (key: string) => string | undefined) {
  switch (name) {
    case "failure":
    case "error":
      test.status = "failed";
      test.message = "";
      addMessage(test, attribute("message") ?? attribute("type") ?? "", "\n");
      return "message";
    case "skipped":
      if (test.status !== "failed") test.status = "skipped";
      addMessage(test, attribute("message") ?? "");
      return "message";
    case "flakyFailure":
    case "flakyError":
    case "rerunFailure":
    case "rerunError":
      test.retried = true;
      return undefined;
    case "property":
      test.properties.push({ name: attribute("name") ?? "", value: attribute("value") ?? "" });
      return attribute("value") === undefined ? "property" : undefined;
    case "system-out":
    case "system-err":
      return "output";
    default:
      return undefined;
  }
}

function addMessage(test: OpenTest, text: string, separator = ""): void {
  if (test.message.length >= maxMessageLength) return;
  test.message = (test.message + text + (text && separator)).slice(0, maxMessageLength);
}

function closeTest(test: OpenTest, report: string): TestResult {
  const { file, className, name, status, durationMs, properties, output } = test;
  const message = test.message.trim();
  return {
    report,
    file,
    className,
    name,
    status,
    // Surefire writes reruns beside the failure of a test that never passed.
    flaky: test.retried && status === "passed",
    ...(message && { message }),
    ...(durationMs !== undefined && { durationMs }),
    properties,
    outputProperties: output.properties,
    attachments: output.attachments,
  };
}

/** Seconds as JUnit writes them, some tools with a thousands separator. */
function milliseconds(time: string | undefined): number | undefined {
  if (!time) return undefined;
  const seconds = Number(time.replaceAll(",", ""));
  return Number.isFinite(seconds) ? Math.round(seconds * 1000) : undefined;
}

function attributeLength(parser: object): number {
  return "attribValue" in parser && typeof parser.attribValue === "string" ? parser.attribValue.length : 0;
}
