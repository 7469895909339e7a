import { type TestResult, testStatuses } from "./test-result.js";

/** The attempt of a test that counts: the worst, the last, or any that passed because the test command passed. */
export type Repeated = "worst" | "last" | "passed";

/**
 * Collects the tests of one suite. Tools that repeat a failed test write each attempt as a test with the same file,
 * class and name; these are merged into one test.
 */
export class Attempts {
  readonly #tests: TestResult[] = [];
  /** Tests by name. A single test has no array, to save memory: a suite can hold hundreds of thousands. */
  readonly #byName = new Map<string, TestResult | TestResult[]>();

  add(test: TestResult): void {
    this.#tests.push(test);
    const known = this.#byName.get(test.name);
    if (Array.isArray(known)) known.push(test);
    else this.#byName.set(test.name, known ? [known, test] : test);
  }

  /** Returns each test once, in the order of the first attempts. */
  judged(repeated: Repeated): TestResult[] {
    const judged = new Map<TestResult, TestResult | undefined>();
    for (const sameName of this.#byName.values()) {
      if (!Array.isArray(sameName)) continue;
      for (const attempts of grouped(sameName)) {
        const [first, ...others] = attempts;
        if (!first || others.length === 0) continue;
        for (const other of others) judged.set(other, undefined);
        judged.set(first, judge(first, attempts, repeated));
      }
    }
    return this.#tests.flatMap((test) => (judged.has(test) ? (judged.get(test) ?? []) : test));
  }
}

function grouped(tests: readonly TestResult[]): Iterable<TestResult[]> {
  const groups = new Map<string, TestResult[]>();
  for (const test of tests) {
    const key = `${test.file}\n${test.className}`;
    const group = groups.get(key);
    if (group) group.push(test);
    else groups.set(key, [test]);
  }
  return groups.values();
}

function judge(first: TestResult, attempts: readonly TestResult[], repeated: Repeated): TestResult {
  const badness = ({ status }: TestResult) => testStatuses.indexOf(status);
  const worst = attempts.reduce((one, other) => (badness(other) > badness(one) ? other : one));
  const last = attempts.at(-1) ?? first;
  const passed = attempts.findLast(({ status }) => status === "passed");
  const counting = repeated === "worst" ? worst : repeated === "last" ? last : (passed ?? worst);
  const unique = <Item>(items: readonly Item[]) => [
    ...new Map(items.map((item) => [JSON.stringify(item), item])).values(),
  ];
  return {
    ...counting,
    flaky: counting.status === "passed" && (counting.flaky || badness(worst) > testStatuses.indexOf("skipped")),
    isDisputed: attempts.some(({ status }) => status !== counting.status),
    properties: unique(attempts.flatMap(({ properties }) => properties)),
    outputProperties: unique(attempts.flatMap(({ outputProperties }) => outputProperties)),
    attachments: unique(attempts.flatMap(({ attachments }) => attachments)),
  };
}
