import type { FoundCase } from "../find/find-test-cases.js";
import { type CaseResult, mergeResults } from "../match/collect-matches.js";
import { shortened } from "../text/plain-text.js";
import type { PlannedResult } from "./plan.js";

const maxDescriptionLength = 2_000;

/**
 * Plans the result of each test case that exists.
 *
 * @param testCases test cases by the id that the tests name
 */
export function planResults(cases: readonly CaseResult[], testCases: ReadonlyMap<string, FoundCase>): PlannedResult[] {
  const results = new Map<string, CaseResult>();
  for (const result of cases) {
    const id = testCases.get(result.caseId)?.id;
    if (id === undefined) continue;
    // A human id and a UUID can name the same test case.
    const other = results.get(id);
    results.set(id, other ? mergeResults(other, result) : result);
  }
  return Array.from(results, ([testCaseId, result]) => {
    const { humanId = testCaseId } = testCases.get(result.caseId) ?? {};
    return { testCaseId, humanId, status: result.status, description: describe(result) };
  });
}

function describe({ status, flaky, message, tests, testCount, durationMs }: CaseResult): string {
  const count = testCount === 1 ? (tests[0] ?? "") : `${testCount} tests, the worst counts: ${tests.join(", ")}`;
  const lines = [`${status}${flaky ? " (flaky: failed before it passed)" : ""} in ${durationMs / 1000} s: ${count}`];
  if (message) lines.push(message);
  return shortened(lines.join("\n"), maxDescriptionLength);
}
