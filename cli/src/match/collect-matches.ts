import { type TestResult, type TestStatus, testStatuses, testTitle } from "../read/test-result.js";
import { cut, ownCopy, shortened } from "../text/plain-text.js";
import { caseIdsOf, type MatchRules } from "./case-ids.js";

/** The result of one or several tests that name the same test cases. */
export interface CaseResult {
  /** The ids that they name, with commas; `idGroups` returns them. One text takes much less memory than lists. */
  readonly caseIds: string;
  readonly status: TestStatus;
  /** Whether one of the tests passed only after it had failed. */
  readonly flaky: boolean;
  /** The message of the first test with the worst status. */
  readonly message?: string;
  /** Titles of the tests, up to `maxTitles`. */
  readonly tests: readonly string[];
  readonly testCount: number;
  readonly durationMs: number;
  readonly attachments: readonly Attachment[];
}

export interface Attachment {
  /** The path as the report gives it. */
  readonly path: string;
  /** The report, whose folder the path may be relative to. */
  readonly report: string;
}

export interface ListedTest {
  readonly title: string;
  readonly file: string;
  readonly message?: string;
}

/** Numbers of tests: by status, and those that were flaky, had attempts that ended differently, or name an id. */
export type Counts = Record<TestStatus | "flaky" | "disputed" | "matched" | "unmatched", number>;

/** The tests of all reports, for people and the verdict. */
export interface ReportedTests {
  readonly counts: Readonly<Counts>;
  /** The first tests of each kind. */
  readonly failed: readonly ListedTest[];
  readonly flaky: readonly ListedTest[];
  readonly unmatched: readonly ListedTest[];
  readonly stale: readonly string[];
  /** What is odd about the reports or the map file, but no error. */
  readonly warnings: readonly string[];
}

export interface Matches {
  /** The results of the tests that name an id, in order of appearance. */
  readonly cases: readonly CaseResult[];
  readonly tests: Omit<ReportedTests, "stale" | "warnings">;
}

const maxTitles = 20;
const maxListed = 200;
/** Maximum number of messages that are kept in full length; more would fill the memory. */
const maxLongMessages = 1_000;
const shortLength = 500;

interface OpenCase extends CaseResult {
  readonly tests: string[];
  readonly attachments: Attachment[];
}

/** Matches each test and merges the results of each test case. Keeps the test cases and bounded lists of tests. */
export async function collectMatches(
  tests: AsyncIterable<TestResult> | Iterable<TestResult>,
  rules: MatchRules,
): Promise<Matches> {
  const cases = new Map<string, OpenCase>();
  const byStatus = { passed: 0, skipped: 0, blocked: 0, failed: 0 };
  const counts: Counts = { ...byStatus, flaky: 0, disputed: 0, matched: 0, unmatched: 0 };
  const lists = { failed: [] as ListedTest[], flaky: [] as ListedTest[], unmatched: [] as ListedTest[] };
  let messages = 0;

  for await (const test of tests) {
    const caseIds = caseIdsOf(test, rules);
    const isMatched = caseIds.length > 0;
    counts[test.status]++;
    counts[isMatched ? "matched" : "unmatched"]++;
    if (test.flaky) counts.flaky++;
    if (test.isDisputed) counts.disputed++;
    const isListed = { failed: test.status === "failed", flaky: test.flaky, unmatched: !isMatched };
    for (const kind of ["failed", "flaky", "unmatched"] as const) {
      if (isListed[kind] && lists[kind].length < maxListed) lists[kind].push(listed(test));
    }
    if (!isMatched) continue;
    if (test.message) messages++;
    const message = messages > maxLongMessages && test.message ? ownCopy(cut(test.message, shortLength)) : test.message;
    const key = caseIds.map((ids) => ids.join(",")).join(";");
    const result = resultOf({ ...test, ...(message && { message }) }, key);
    const known = cases.get(key);
    cases.set(key, known ? mergeInto(known, result) : result);
  }
  return { cases: [...cases.values()], tests: { counts, ...lists } };
}

/** Returns the ids that the tests of a result name, in groups, of which the first counts that has an id of the project. */
export function idGroups({ caseIds }: CaseResult): string[][] {
  return caseIds.split(";").map((ids) => ids.split(","));
}

/** Yields every id that the tests of the results name, one by one, because there can be many. */
export function* idsOf(results: Iterable<CaseResult>): Generator<string> {
  for (const result of results) yield* idGroups(result).flat();
}

/** Returns the worse of two results, with the tests of both; the first if both are equally bad. */
export function mergeResults(first: CaseResult, second: CaseResult): CaseResult {
  return mergeInto({ ...first, tests: [...first.tests], attachments: [...first.attachments] }, second);
}

function mergeInto(first: OpenCase, second: CaseResult): OpenCase {
  const worse = testStatuses.indexOf(second.status) > testStatuses.indexOf(first.status) ? second : first;
  // Appended in place, because a test case can have thousands of tests.
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

function resultOf(test: TestResult, caseIds: string): OpenCase {
  const { status, flaky, message, durationMs = 0, report } = test;
  const attachments = test.attachments.map((path) => ({ path, report }));
  const tests = [shortened(testTitle(test))];
  return { caseIds, status, flaky, ...(message && { message }), tests, testCount: 1, durationMs, attachments };
}

function listed(test: TestResult): ListedTest {
  const { file, message } = test;
  return { title: shortened(testTitle(test)), file, ...(message && { message: cut(message, shortLength) }) };
}
