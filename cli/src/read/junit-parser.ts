import sax from "sax";
import { ReportError } from "../errors.js";
import { count } from "../text/plain-text.js";
import type { Repeated } from "./attempts.js";
import { JunitSuite } from "./junit-suite.js";
import { rerunsIn, testOf, withoutNoise, type XmlElement } from "./junit-test.js";
import { maxMessageLength, type TestResult } from "./test-result.js";

/** The treatment of repeated tests, and of what is odd but no error. */
export interface ParseOptions {
  /** The attempt that counts if a test has several. @default "worst" */
  readonly repeated?: Repeated | undefined;
  readonly onWarning?: ((message: string) => void) | undefined;
}

/**
 * Mistakes in text, such as `&#x1B;`, `&nope;`, `a && b` and `a < b`, which tools make when they write the output of
 * tests. A single one must not make a whole report unreadable.
 */
const harmless = /^(?:Invalid character (?:entity|in entity name)|Unencoded <|Malformed comment)/;

/** What the parser collects character by character, as texts of many parts that take 30 bytes a character. */
const buffers = "comment doctype sgmlDecl procInstName procInstBody tagName attribName attribValue".split(" ");
/** Nothing longer is needed of them. */
const maxBufferLength = 64 * 1024;

/** Parses JUnit XML that arrives in pieces. Keeps the tests of open suites and the elements of the open test. */
export class JunitParser {
  readonly #report: string;
  readonly #options: ParseOptions;
  readonly #sax = sax.parser(true);
  /** The open elements, the outermost first. */
  readonly #open: XmlElement[] = [];
  readonly #suites: JunitSuite[] = [];
  #closed: JunitSuite[] = [];
  /** The elements inside the open test that are closed, however deep. */
  #parts: XmlElement[] | undefined;

  /** @param report named in errors */
  constructor(report: string, options: ParseOptions = {}) {
    this.#report = report;
    this.#options = options;
    const parser = this.#sax;
    parser.onerror = ({ message }) => {
      // The parser continues with the text as it is written.
      if (harmless.test(message)) Object.assign(parser, { error: null });
      else this.#fail(`not well-formed XML: ${message.split("\n", 1)[0]?.replace(/\.$/, "")}, column ${parser.column}`);
    };
    parser.ondoctype = (doctype) => {
      if (/\[|ENTITY/i.test(doctype)) this.#fail("declares entities in a DOCTYPE, which is not allowed");
    };
    parser.onattribute = ({ name }) => {
      // The parser calls this method of the attributes themselves.
      if (name === "hasOwnProperty") delete parser.tag.attributes[name];
    };
    parser.onopentag = ({ name, attributes }) => {
      this.#openElement({ name, attributes: attributes as Record<string, string>, text: "" });
    };
    parser.ontext = parser.oncdata = (text) => this.#addText(text);
    parser.onclosetag = () => this.#closeElement();
    // The parser's own limit would reject a report with a long attribute, such as a large diff in `message`.
    Object.assign(parser, { bufferCheckPosition: Number.POSITIVE_INFINITY });
  }

  /**
   * Parses a piece and yields the tests of the suites that ended in it.
   *
   * @throws {ReportError} for broken XML, an entity declaration, or a root other than `testsuites` or `testsuite`
   */
  *write(text: string): Generator<TestResult> {
    this.#sax.write(text);
    this.#sax.flush();
    const parser: Record<string, unknown> = Object(this.#sax);
    for (const name of buffers) {
      const value = parser[name];
      if (typeof value === "string" && value.length > maxBufferLength) parser[name] = value.slice(0, maxBufferLength);
    }
    for (const suite of this.#closed) yield* suite.results(this.#options.repeated ?? "worst");
    this.#closed = [];
  }

  /** @throws {ReportError} if the document is not complete */
  end(): void {
    this.#sax.close();
    if (this.#open.length > 0) this.#fail("the XML ends before its root element is closed");
  }

  #openElement(element: XmlElement): void {
    this.#open.push(element);
    const { name } = element;
    const outer = this.#suites.at(-1);
    if (isSuite(name)) this.#suites.push(new JunitSuite(element, outer, this.#report));
    else if (!outer) this.#fail(nameOfRoot(name));
    if (name !== "testcase") return;
    if (this.#parts) this.#fail("found <testcase> inside <testcase>");
    this.#parts = [];
  }

  #addText(text: string): void {
    const element = this.#open.at(-1);
    if (!element) return;
    // Output can name test cases and files anywhere.
    if (this.#parts && element.name.startsWith("system-")) element.text = withoutNoise(element.text, text);
    else if (element.text.length < maxMessageLength) element.text += text;
  }

  #closeElement(): void {
    const element = this.#open.pop();
    const suite = this.#suites.at(-1);
    if (!element || !suite) return;
    const { name } = element;
    if (name === "testcase" && this.#parts) {
      suite.addTest(testOf(element, this.#parts, suite), rerunsIn(this.#parts).length);
      this.#parts = undefined;
    } else if (this.#parts) {
      this.#parts.push(element);
    } else if (isSuite(name)) {
      this.#suites.pop();
      this.#closed.push(suite);
      const outer = this.#suites.at(-1);
      const missing = suite.missingTests();
      outer?.addSuite(suite);
      if (outer || missing === 0) return;
      this.#options.onWarning?.(`${this.#report} counts ${count(missing, "test")} more than it contains`);
    } else if (["error", "failure", "system-err"].includes(name)) {
      suite.addMessage(element);
    }
  }

  #fail(message: string): never {
    throw new ReportError(message, { file: this.#report, line: this.#sax.line + 1 });
  }
}

const isSuite = (name: string) => name === "testsuite" || name === "testsuites";

const junitForDotnet =
  'add the package JunitXml.TestLogger and run `dotnet test --logger "junit;LogFilePath=junit.xml"`';

/** Root elements of other formats, and how to get JUnit XML instead. */
const others: Readonly<Record<string, string>> = {
  TestRun: `this is TRX of .NET: ${junitForDotnet}, or convert it with trx2junit`,
  "test-run": `this is NUnit 3: ${junitForDotnet}, or convert it with nunit-console --result "junit.xml;transform=nunit3-junit.xslt"`,
  "test-results": "this is NUnit 2: convert it with nunit-transforms (nunit2-junit.xslt)",
  assemblies: `this is xUnit.net: run its runner with -junit junit.xml, or ${junitForDotnet}`,
  assembly: `this is xUnit.net: run its runner with -junit junit.xml, or ${junitForDotnet}`,
  robot: "this is Robot Framework: write JUnit XML with robot --xunit junit.xml",
  "testng-results": "this is TestNG: report its folder junitreports instead",
  coverage: "this is a coverage report",
  report: "this is a coverage report of JaCoCo",
  checkstyle: "this is a report of a linter",
};

function nameOfRoot(name: string): string {
  const other = Object.hasOwn(others, name) ? `; ${others[name]}` : "";
  return `expected <testsuites> or <testsuite> (JUnit XML), got <${name}>${other}`;
}
