import type { FoundCase } from "../find/find-test-cases.js";
import { type CaseResult, idGroups, idsOf, mergeResults } from "../match/collect-matches.js";
import { shortened } from "../text/plain-text.js";
import type { PlannedResult } from "./plan.js";

const maxDescriptionLength = 2_000;

/** The results by the UUID of their test case, and the ids that the project does not have. */
export interface ResultsByCase {
  readonly results: ReadonlyMap<string, CaseResult>;
  readonly unknownIds: ReadonlyMap<string, CaseResult>;
}

/**
 * Merges the results of each test case that exists, whichever of its ids the tests name.
 *
 * @param testCases test cases by the id that the tests name
 */
export function resultsByCase(
  matched: readonly CaseResult[],
  testCases: ReadonlyMap<string, FoundCase>,
): ResultsByCase {
  const results = new Map<string, CaseResult>();
  const unknownIds = new Map<string, CaseResult>();
  for (const result of matched) {
    for (const ids of idGroups(result)) {
      // A human id and a UUID can name the same test case.
      const found = new Set<string>();
      for (const id of ids) {
        const testCase = testCases.get(id);
        if (testCase) found.add(testCase.id);
        else if (!unknownIds.has(id)) unknownIds.set(id, result);
      }
      for (const id of found) {
        const earlier = results.get(id);
        results.set(id, earlier ? mergeResults(earlier, result) : result);
      }
      if (found.size > 0) break;
    }
  }
  return { results, unknownIds };
}

/** Plans the result of each test case. */
export function planResults(
  results: ResultsByCase["results"],
  testCases: ReadonlyMap<string, FoundCase>,
): PlannedResult[] {
  return Array.from(results, ([testCaseId, result]) => {
    const testCase = Array.from(idsOf([result]), (id) => testCases.get(id)).find((found) => found?.id === testCaseId);
    const { humanId = testCaseId } = testCase ?? {};
    return { testCaseId, humanId, status: result.status, description: describe(result) };
  });
}

function describe({ status, flaky, message, tests, testCount, durationMs }: CaseResult): string {
  const count = testCount === 1 ? (tests[0] ?? "") : `${testCount} tests; the worst counts: ${tests.join(", ")}`;
  const lines = [`${status}${flaky ? " (flaky: failed before it passed)" : ""} in ${durationMs / 1000} s: ${count}`];
  if (message) lines.push(message);
  return shortened(lines.join("\n"), maxDescriptionLength);
}
