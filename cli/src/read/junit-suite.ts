import { cut, ownCopy, plainText } from "../text/plain-text.js";
import { Attempts, type Repeated } from "./attempts.js";
import type { XmlElement } from "./junit-test.js";
import { failedSuite, maxMessageLength, nameOf, type TestResult } from "./test-result.js";

/** Numbers of a suite and its inner suites. */
interface Counts {
  tests: number;
  failures: number;
  skipped: number;
}

/** A `testsuite` or `testsuites` element: its tests, and whether these are all that it counts. */
export class JunitSuite {
  readonly name: string;
  readonly file: string;
  readonly report: string;
  readonly #ownTests = new Attempts();
  /** The numbers that its attributes state. */
  readonly #stated: Counts;
  readonly #contained: Counts = { tests: 0, failures: 0, skipped: 0 };
  /** Number of attempts that Surefire writes inside the test that they belong to. */
  #reruns = 0;
  #missingInside = 0;
  #hasError = false;
  #message = "";

  constructor({ attributes }: XmlElement, outer: JunitSuite | undefined, report: string) {
    const count = (name: string) => Math.max(0, Number.parseInt(attributes[name] ?? "", 10) || 0);
    this.name = nameOf(attributes.name ?? "") || report;
    this.file = attributes.file === undefined ? (outer?.file ?? "") : nameOf(attributes.file);
    this.report = report;
    this.#stated = { tests: count("tests"), failures: count("failures") + count("errors"), skipped: count("skipped") };
  }

  addTest(test: TestResult, reruns: number): void {
    this.#ownTests.add(test);
    this.#contained.tests++;
    if (test.status === "failed") this.#contained.failures++;
    if (test.status === "skipped") this.#contained.skipped++;
    this.#reruns += reruns;
  }

  addSuite(inner: JunitSuite): void {
    this.#contained.tests += inner.#contained.tests;
    this.#contained.failures += inner.#failures();
    this.#contained.skipped += inner.#contained.skipped;
    this.#reruns += inner.#reruns;
    this.#missingInside += inner.missingTests();
  }

  /** Adds an element of the suite itself: `error`, `failure` or `system-err`. */
  addMessage({ name, attributes: { message = "" }, text }: XmlElement): void {
    this.#hasError ||= name !== "system-err";
    this.#message = cut(this.#message + message + text, maxMessageLength);
  }

  /**
   * Yields its own tests. If it died or counts failures although none of its tests failed, yields a failed test for the
   * suite itself, so that it never passes.
   */
  *results(repeated: Repeated): Generator<TestResult> {
    yield* this.#ownTests.combined(repeated);
    if (this.#contained.failures > 0 || this.#failures() === 0) return;
    const counts = `the suite declares ${this.#stated.failures} failures, but none of its tests failed`;
    const message = ownCopy(plainText(this.#message)).trim() || counts;
    yield failedSuite({ report: this.report, file: this.file, name: this.name, message });
  }

  /**
   * Returns the number of tests that it counts but does not contain. Mocha leaves out skipped tests, and pytest counts a
   * test twice that passes but fails in its teardown.
   */
  missingTests(): number {
    if (this.#stated.tests === 0) return this.#missingInside;
    const { tests, failures, skipped } = this.#contained;
    const leftOut = Math.max(0, this.#stated.skipped - skipped);
    const missing = this.#stated.tests - tests - this.#countedReruns() - leftOut;
    return missing > failures ? missing : 0;
  }

  /** Returns the number of failures: those that it counts, without those of reruns, or more. */
  #failures(): number {
    const stated = this.#stated.failures - this.#countedReruns();
    return Math.max(this.#contained.failures, stated, this.#hasError ? 1 : 0);
  }

  /** Returns the number of reruns that its counts include, which are then more than its tests. */
  #countedReruns(): number {
    return Math.min(this.#reruns, Math.max(0, this.#stated.tests - this.#contained.tests));
  }
}
