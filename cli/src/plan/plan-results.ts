import type { FoundCase } from "../find/find-test-cases.js";
import { type CaseResult, mergeResults } from "../match/collect-matches.js";
import { shortened } from "../text/plain-text.js";
import type { PlannedResult } from "./plan.js";

const maxDescriptionLength = 2_000;

/** The results by the UUID of their test case, and the ids that the project does not have. */
export interface ResultsByCase {
  readonly results: ReadonlyMap<string, CaseResult & Pick<FoundCase, "humanId">>;
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
  const results = new Map<string, ReturnType<typeof mergeResults> & Pick<FoundCase, "humanId">>();
  const unknownIds = new Map<string, CaseResult>();
  for (const result of matched) {
    for (const ids of result.caseIds) {
      for (const id of ids) if (!testCases.has(id) && !unknownIds.has(id)) unknownIds.set(id, result);
      const found = new Map(ids.flatMap((id) => testCases.get(id) ?? []).map(({ id, humanId }) => [id, humanId]));
      for (const [id, humanId] of found) results.set(id, { ...mergeResults(results.get(id), result), humanId });
      if (found.size > 0) break;
    }
  }
  return { results, unknownIds };
}

/** Plans the result of each test case. */
export function planResults(results: ResultsByCase["results"]): PlannedResult[] {
  return Array.from(results, ([testCaseId, result]) => {
    const { humanId = testCaseId, status } = result;
    return { testCaseId, humanId, status, description: describe(result) };
  });
}

function describe({ status, flaky, message, tests, testCount, durationMs }: CaseResult): string {
  const count = testCount === 1 ? (tests[0] ?? "") : `${testCount} tests, the worst counts: ${tests.join(", ")}`;
  const lines = [`${status}${flaky ? " (flaky: failed before it passed)" : ""} in ${durationMs / 1000} s: ${count}`];
  if (message) lines.push(message);
  return shortened(lines.join("\n"), maxDescriptionLength);
}
