import { oneLine, ownCopy, plainText } from "../text/plain-text.js";
import { Attempts, type Repeated } from "./attempts.js";
import type { Attribute } from "./junit-test.js";
import { maxMessageLength, type TestResult } from "./test-result.js";

/** A `testsuite` or `testsuites` element that is not closed yet. */
export class JunitSuite {
  readonly #name: string;
  readonly #declaredFailures: number;
  readonly #report: string;
  readonly #tests = new Attempts();
  #hasError = false;
  #message = "";
  /** Number of failures in its tests and inner suites. */
  #failures = 0;
  readonly file: string;

  constructor(attribute: Attribute, { report, parent }: { report: string; parent: JunitSuite | undefined }) {
    this.#report = report;
    this.#name = ownCopy(oneLine(attribute("name") ?? "")) || report;
    const count = (name: string) => Math.max(0, Number.parseInt(attribute(name) ?? "", 10) || 0);
    this.#declaredFailures = count("failures") + count("errors");
    const file = attribute("file");
    this.file = file === undefined ? (parent?.file ?? "") : ownCopy(oneLine(file));
  }

  addTest(test: TestResult): void {
    this.#tests.add(test);
    if (test.status === "failed") this.#failures++;
  }

  /** Adds the failures of an inner suite. */
  addFailures(count: number): void {
    this.#failures += count;
  }

  addError(message: string): void {
    this.#hasError = true;
    this.addText(message);
  }

  addText(text: string): void {
    if (this.#message.length < maxMessageLength) this.#message = (this.#message + text).slice(0, maxMessageLength);
  }

  /** Returns the number of failures once the element is closed: those that it counts, or more. */
  get failures(): number {
    return Math.max(this.#failures, this.#declaredFailures, this.#hasError ? 1 : 0);
  }

  /**
   * Yields the tests once the element is closed. If the suite died or counts failures although none of its tests failed,
   * yields a failed test for the suite itself, so that it never passes.
   */
  *tests(repeated: Repeated): Generator<TestResult> {
    yield* this.#tests.judged(repeated);
    if (this.#failures > 0 || this.failures === 0) return;
    const counts = `the suite counts ${this.#declaredFailures} failures, none of its tests failed`;
    const message = ownCopy(plainText(this.#message)).trim() || counts;
    yield {
      ...{ report: this.#report, file: this.file, className: "", name: this.#name, status: "failed", flaky: false },
      ...{ message, properties: [], outputProperties: [], attachments: [] },
    };
  }
}
