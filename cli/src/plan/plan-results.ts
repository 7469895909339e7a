import type { FoundCase } from "../find/find-test-cases.js";
import { type CaseResult, idGroups, mergeResults } from "../match/collect-matches.js";
import type { Settings } from "../settings/settings.js";
import { shortened } from "../text/plain-text.js";
import type { PlannedResult } from "./plan.js";

const maxDescriptionLength = 2_000;

/**
 * Merges the results of each test case that exists, whichever of its ids the tests name.
 *
 * @param testCases test cases by the id that the tests name
 * @param attached which results get their files
 * @returns the results, and each id that the project does not have, with a test that names it
 */
export function planResults(
  matched: readonly CaseResult[],
  testCases: ReadonlyMap<string, FoundCase>,
  attached: Settings["attachments"],
): { results: PlannedResult[]; unknownIds: Map<string, string> } {
  const byCase = new Map<string, { humanId: string; result: CaseResult }>();
  const unknownIds = new Map<string, string>();
  for (const result of matched) {
    for (const ids of idGroups(result)) {
      // A human id and a UUID can name the same test case.
      const found = new Map<string, FoundCase>();
      for (const id of ids) {
        const testCase = testCases.get(id);
        if (testCase) found.set(testCase.id, testCase);
        else if (!unknownIds.has(id)) unknownIds.set(id, result.tests[0] ?? "");
      }
      for (const { id, humanId } of found.values()) {
        const earlier = byCase.get(id)?.result;
        byCase.set(id, { humanId, result: earlier ? mergeResults(earlier, result) : result });
      }
      if (found.size > 0) break;
    }
  }
  const results = Array.from(byCase, ([testCaseId, { humanId, result }]) => {
    const { status } = result;
    const isAttached =
      attached === "all" || (attached === "on-failure" && (status === "failed" || status === "blocked"));
    const attachments = isAttached ? result.attachments : [];
    return { testCaseId, humanId, status, description: describe(result), attachments };
  });
  return { results, unknownIds };
}

function describe({ status, flaky, message, tests, testCount, durationMs }: CaseResult): string {
  const count = testCount === 1 ? (tests[0] ?? "") : `${testCount} tests; the worst counts: ${tests.join(", ")}`;
  const lines = [`${status}${flaky ? " (flaky: failed before it passed)" : ""} in ${durationMs / 1000} s: ${count}`];
  if (message) lines.push(message);
  return shortened(lines.join("\n"), maxDescriptionLength);
}
