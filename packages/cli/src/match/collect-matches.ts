import { type TestResult, type TestStatus, testStatuses, testTitle } from "../read/test-result.js";
import { shortened } from "../text/plain-text.js";
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
  /** Tests with several attempts that ended differently. */
  readonly disputedTests: number;
  /** The first of the tests that no test case belongs to. */
  readonly unmatched: readonly ListedTest[];
  /** The first of the tests that failed. */
  readonly failed: readonly ListedTest[];
  /** The first of the tests that were flaky. */
  readonly flaky: readonly ListedTest[];
}

const maxTitles = 20;
const maxListed = 200;
/** More messages of this length would fill the memory. */
const maxLongMessages = 1_000;
const shortLength = 500;

interface OpenCase extends CaseResult {
  tests: string[];
  attachments: Attachment[];
}

/** Matches each test and merges what belongs to one test case. Keeps the test cases and a bounded list of tests. */
export async function collectMatches(
  tests: AsyncIterable<TestResult> | Iterable<TestResult>,
  rules: MatchRules,
): Promise<Matches> {
  const cases = new Map<string, OpenCase>();
  const counts: Record<TestStatus, number> = { passed: 0, skipped: 0, blocked: 0, failed: 0 };
  const lists = { unmatched: [] as ListedTest[], failed: [] as ListedTest[], flaky: [] as ListedTest[] };
  let matchedTests = 0;
  let unmatchedTests = 0;
  let flakyTests = 0;
  let disputedTests = 0;
  let messages = 0;
  const list = (kind: keyof typeof lists, test: TestResult) => {
    if (lists[kind].length < maxListed) lists[kind].push(listed(test));
  };

  for await (const test of tests) {
    counts[test.status]++;
    if (test.status === "failed") list("failed", test);
    if (test.isDisputed) disputedTests++;
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
    if (test.message) messages++;
    const message = messages > maxLongMessages ? test.message?.slice(0, shortLength) : test.message;
    for (const caseId of match.caseIds) {
      const result = caseResult(caseId, { ...test, ...(message && { message }) });
      const known = cases.get(caseId);
      cases.set(caseId, known ? mergeInto(known, result) : result);
    }
  }
  const totals = { counts, matchedTests, unmatchedTests, flakyTests, disputedTests };
  return { cases: [...cases.values()], ...totals, ...lists };
}

/** The worse of two results of one test case, with the tests of both. The first is taken when both are equally bad. */
export function mergeResults(first: CaseResult, second: CaseResult): CaseResult {
  return mergeInto({ ...first, tests: [...first.tests], attachments: [...first.attachments] }, second);
}

function mergeInto(first: OpenCase, second: CaseResult): OpenCase {
  const worse = testStatuses.indexOf(second.status) > testStatuses.indexOf(first.status) ? second : first;
  // In place: a test case can have thousands of tests.
  first.tests.push(...second.tests.slice(0, Math.max(0, maxTitles - first.tests.length)));
  for (const attachment of second.attachments) first.attachments.push(attachment);
  const { message: _, ...rest } = first;
  return {
    ...rest,
    status: worse.status,
    flaky: first.flaky || second.flaky,
    ...(worse.message && { message: worse.message }),
    testCount: first.testCount + second.testCount,
    durationMs: first.durationMs + second.durationMs,
  };
}

function caseResult(caseId: string, test: TestResult): OpenCase {
  const { status, flaky, message, durationMs = 0, report } = test;
  const attachments = test.attachments.map((path) => ({ path, report }));
  const tests = [shortened(testTitle(test))];
  return { caseId, status, flaky, ...(message && { message }), tests, testCount: 1, durationMs, attachments };
}

function listed(test: TestResult): ListedTest {
  const { file, message } = test;
  return { title: shortened(testTitle(test)), file, ...(message && { message: message.slice(0, shortLength) }) };
}
