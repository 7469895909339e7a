import { type TestResult, type TestStatus, testStatuses, testTitle } from "../read/test-result.js";
import { type MatchRules, matchTest } from "./match-test.js";

/** One result for one test case, of one test or several. */
export interface CaseResult {
  /** As the tests name it: a human id or a UUID. */
  readonly caseId: string;
  /** The worst of its tests. */
  readonly status: TestStatus;
  /** One of its tests passed only after it had failed. */
  readonly flaky: boolean;
  /** Why the first of the worst tests ended so. */
  readonly message?: string;
  /** Titles of its tests, up to `maxTitles`. */
  readonly tests: readonly string[];
  /** How many tests it has. */
  readonly testCount: number;
  /** Of all its tests together. */
  readonly durationMs: number;
  readonly attachments: readonly Attachment[];
}

/** A file that a test left. */
export interface Attachment {
  /** As the report names it. */
  readonly path: string;
  /** The report, whose folder the path may be relative to. */
  readonly report: string;
}

/** A test that is kept for people to read. */
export interface ListedTest {
  readonly title: string;
  readonly file: string;
  readonly message?: string;
}

/** What all reports say together. */
export interface Matches {
  /** By the id as the tests name it, in order of appearance. */
  readonly cases: readonly CaseResult[];
  /** Tests by their own status. */
  readonly counts: Readonly<Record<TestStatus, number>>;
  readonly matchedTests: number;
  readonly unmatchedTests: number;
  readonly flakyTests: number;
  /** The first of the tests that no test case belongs to. */
  readonly unmatched: readonly ListedTest[];
  /** The first of the tests that failed. */
  readonly failed: readonly ListedTest[];
  /** The first of the tests that were flaky. */
  readonly flaky: readonly ListedTest[];
}

const maxTitles = 20;
const maxListed = 200;

/** Matches each test and merges what belongs to one test case. Keeps the test cases and a bounded list of tests. */
export async function collectMatches(
  tests: AsyncIterable<TestResult> | Iterable<TestResult>,
  rules: MatchRules,
): Promise<Matches> {
  const cases = new Map<string, CaseResult>();
  const counts: Record<TestStatus, number> = { passed: 0, skipped: 0, blocked: 0, failed: 0 };
  const lists = { unmatched: [] as ListedTest[], failed: [] as ListedTest[], flaky: [] as ListedTest[] };
  let matchedTests = 0;
  let unmatchedTests = 0;
  let flakyTests = 0;
  const list = (kind: keyof typeof lists, test: TestResult) => {
    if (lists[kind].length < maxListed) lists[kind].push(listed(test));
  };

  for await (const test of tests) {
    counts[test.status]++;
    if (test.status === "failed") list("failed", test);
    if (test.flaky) {
      flakyTests++;
      list("flaky", test);
    }
    const match = matchTest(test, rules);
    if (!match) {
      unmatchedTests++;
      list("unmatched", test);
      continue;
    }
    matchedTests++;
    for (const caseId of match.caseIds) {
      const known = cases.get(caseId);
      const result = caseResult(caseId, test);
      cases.set(caseId, known ? mergeResults(known, result) : result);
    }
  }
  return { cases: [...cases.values()], counts, matchedTests, unmatchedTests, flakyTests, ...lists };
}

/** The worse of two results of one test case, with the tests of both. The first is taken when both are equally bad. */
export function mergeResults(first: CaseResult, second: CaseResult): CaseResult {
  const worse = testStatuses.indexOf(second.status) > testStatuses.indexOf(first.status) ? second : first;
  return {
    caseId: first.caseId,
    status: worse.status,
    flaky: first.flaky || second.flaky,
    ...(worse.message && { message: worse.message }),
    tests: first.tests.length < maxTitles ? [...first.tests, ...second.tests].slice(0, maxTitles) : first.tests,
    testCount: first.testCount + second.testCount,
    durationMs: first.durationMs + second.durationMs,
    attachments: [...first.attachments, ...second.attachments],
  };
}

function caseResult(caseId: string, test: TestResult): CaseResult {
  const { status, flaky, message, durationMs = 0, report } = test;
  const attachments = test.attachments.map((path) => ({ path, report }));
  const tests = [testTitle(test)];
  return { caseId, status, flaky, ...(message && { message }), tests, testCount: 1, durationMs, attachments };
}

function listed(test: TestResult): ListedTest {
  return { title: testTitle(test), file: test.file, ...(test.message && { message: test.message.slice(0, 500) }) };
}
