import { type TestResult, worstOf } from "./test-result.js";

export type Repeated = "worst" | "last";

/**
 * Collects the tests of one suite. Tools that repeat a failed test write each attempt as a test with the same file,
 * class and name; these are merged into one test.
 */
export class Attempts {
  /** A single test has no array, to save memory: a suite can hold hundreds of thousands. */
  readonly #tests = new Map<string, TestResult | [TestResult, ...TestResult[]]>();

  add(test: TestResult): void {
    const key = `${test.file}\n${test.className}\n${test.name}`;
    const known = this.#tests.get(key);
    if (Array.isArray(known)) known.push(test);
    else this.#tests.set(key, known ? [known, test] : test);
  }

  /** Yields each test once, in the order in which the names first occur, and then drops it. */
  *combined(repeated: Repeated): Generator<TestResult> {
    for (const [key, tests] of this.#tests) {
      this.#tests.delete(key);
      yield Array.isArray(tests) ? combine(tests, repeated) : tests;
    }
  }
}

function combine(attempts: readonly [TestResult, ...TestResult[]], repeated: Repeated): TestResult {
  const statuses = attempts.map(({ status }) => status);
  const worst = worstOf(statuses);
  const counting =
    (repeated === "worst" ? attempts.find(({ status }) => status === worst) : attempts.at(-1)) ?? attempts[0];
  const unique = <Item>(items: readonly Item[]) => [
    ...new Map(items.map((item) => [JSON.stringify(item), item])).values(),
  ];
  return {
    ...counting,
    flaky: counting.status === "passed" && (counting.flaky || worst === "failed" || worst === "blocked"),
    isDisputed: statuses.some((status) => status !== counting.status),
    properties: unique(attempts.flatMap(({ properties }) => properties)),
    outputProperties: unique(attempts.flatMap(({ outputProperties }) => outputProperties)),
    attachments: unique(attempts.flatMap(({ attachments }) => attachments)),
  };
}
