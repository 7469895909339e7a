import { count } from "../text/plain-text.js";
import type { Repeated } from "./attempts.js";
import { JunitSuite } from "./junit-suite.js";
import { rerunsIn, testOf, withoutNoise } from "./junit-test.js";
import { nameOfRoot } from "./other-formats.js";
import { maxMessageLength, type TestResult } from "./test-result.js";
import { type XmlElement, XmlReader } from "./xml-reader.js";

/** The treatment of repeated tests, and of what is odd but no error. */
export interface ParseOptions {
  /** The attempt that counts if a test has several. @default "worst" */
  readonly repeated?: Repeated | undefined;
  readonly onWarning?: ((message: string) => void) | undefined;
}

/** Parses JUnit XML that arrives in pieces. Keeps the tests of open suites and the elements of the open test. */
export class JunitParser extends XmlReader {
  readonly #options: ParseOptions;
  /** The open suites, the outermost first. */
  readonly #suites: JunitSuite[] = [];
  #closed: JunitSuite[] = [];
  /** The elements inside the open test that are closed, however deep. */
  #parts: XmlElement[] | undefined;

  constructor(report: string, options: ParseOptions = {}) {
    super(report);
    this.#options = options;
  }

  /**
   * Parses a piece and yields the tests of the suites that ended in it.
   *
   * @throws {ReportError} for broken XML, or a root other than `testsuites` or `testsuite`
   */
  *write(text: string): Generator<TestResult> {
    this.read(text);
    for (const suite of this.#closed) yield* suite.results(this.#options.repeated ?? "worst");
    this.#closed = [];
  }

  protected override open(element: XmlElement): void {
    const { name } = element;
    const outer = this.#suites.at(-1);
    if (isSuite(name)) this.#suites.push(new JunitSuite(element, outer, this.report));
    else if (!outer) this.fail(nameOfRoot(name));
    if (name !== "testcase") return;
    if (this.#parts) this.fail("found <testcase> inside <testcase>");
    this.#parts = [];
  }

  protected override addText(element: XmlElement, text: string): void {
    // Output can name test cases and files anywhere.
    if (this.#parts && element.name.startsWith("system-")) element.text = withoutNoise(element.text + text);
    else if (element.text.length < maxMessageLength) element.text += text;
  }

  protected override close(element: XmlElement): void {
    const { name } = element;
    const suite = this.#suites.at(-1);
    if (!suite) return;
    if (name === "testcase" && this.#parts) {
      const { report, file } = suite;
      suite.addTest(testOf(element, this.#parts, { report, file }), rerunsIn(this.#parts).length);
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
      this.#options.onWarning?.(`${this.report} counts ${count(missing, "test")} more than it contains`);
    } else if (["error", "failure", "system-err"].includes(name)) {
      suite.addMessage(element);
    }
  }
}

const isSuite = (name: string) => name === "testsuite" || name === "testsuites";
