import { type CaseResult, mergeResults } from "../match/collect-matches.js";
import type { TestStatus } from "../read/test-result.js";
import type { ResultStatus, TestCase } from "../service/service.js";
import type { PlannedResult } from "./plan.js";

const maxDescriptionLength = 2_000;

/**
 * Plans the result of each test case that exists.
 *
 * @param testCases test cases by the id that the tests name
 * @param statuses the organization's status for each result that occurs
 */
export function planResults(
  cases: readonly CaseResult[],
  testCases: ReadonlyMap<string, TestCase>,
  statuses: ReadonlyMap<TestStatus, ResultStatus>,
  userId: string | undefined,
): PlannedResult[] {
  const known = new Map<TestCase["id"], { testCase: TestCase; result: CaseResult }>();
  for (const result of cases) {
    const testCase = testCases.get(result.caseId);
    if (!testCase) continue;
    // A human id and a UUID can name the same test case.
    const other = known.get(testCase.id)?.result;
    known.set(testCase.id, { testCase, result: other ? mergeResults(other, result) : result });
  }
  return Array.from(known.values(), ({ testCase: { id, humanId, title }, result }) => {
    const { status } = result;
    const { id: statusId = "", name: statusName = "" } = statuses.get(status) ?? {};
    const description = describe(result);
    return { testCaseId: id, humanId, title, status, statusId, statusName, userId, description };
  });
}

function describe({ status, flaky, message, tests, testCount, durationMs }: CaseResult): string {
  const count = testCount === 1 ? (tests[0] ?? "") : `${testCount} tests, the worst counts: ${tests.join(", ")}`;
  const lines = [`${status}${flaky ? " (flaky: failed before it passed)" : ""} in ${durationMs / 1000} s: ${count}`];
  if (message) lines.push(message);
  return lines.join("\n").slice(0, maxDescriptionLength);
}
