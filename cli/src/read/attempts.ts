import { type TestResult, testStatuses } from "./test-result.js";

/** The attempt of a test that counts. */
export type Repeated = "worst" | "last";

/**
 * Collects the tests of one suite. Tools that repeat a failed test write each attempt as a test with the same file,
 * class and name; these are merged into one test.
 */
export class Attempts {
  /** Tests by name. A single test has no array, to save memory: a suite can hold hundreds of thousands. */
  readonly #byName = new Map<string, TestResult | TestResult[]>();

  add(test: TestResult): void {
    const known = this.#byName.get(test.name);
    if (Array.isArray(known)) known.push(test);
    else this.#byName.set(test.name, known ? [known, test] : test);
  }

  /** Yields each test once, in the order in which the names first occur, and forgets it. */
  *judged(repeated: Repeated): Generator<TestResult> {
    for (const [name, tests] of this.#byName) {
      this.#byName.delete(name);
      if (Array.isArray(tests)) for (const attempts of grouped(tests)) yield judge(attempts, repeated);
      else yield tests;
    }
  }
}

type Group = [TestResult, ...TestResult[]];

function grouped(tests: readonly TestResult[]): Iterable<Group> {
  const groups = new Map<string, Group>();
  for (const test of tests) {
    const key = `${test.file}\n${test.className}`;
    const group = groups.get(key);
    if (group) group.push(test);
    else groups.set(key, [test]);
  }
  return groups.values();
}

function judge([first, ...others]: Group, repeated: Repeated): TestResult {
  if (others.length === 0) return first;
  const attempts = [first, ...others];
  const badness = ({ status }: TestResult) => testStatuses.indexOf(status);
  const worst = attempts.reduce((one, other) => (badness(other) > badness(one) ? other : one));
  const last = attempts.at(-1) ?? first;
  const counting = repeated === "worst" ? worst : last;
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
