import { isAboutInput, messageOf } from "../errors.js";
import { getRun, type RunKey } from "../find/find-run.js";
import type { Plan, PlannedResult } from "../plan/plan.js";
import type { ApplyContext } from "./apply-context.js";

const rowsPerRequest = 250;
const maxWriters = 4;
/** The timeout for results without files, whose form takes no longer than JSON would. */
const timeout = 30_000;

/** The reasons why results were not written, by test case. */
export type Failures = Map<string, { readonly reason: string; readonly isFinal: boolean }>;

/** Sets results in batches. Adds those that could not be set to `failures`. */
export async function writeResults(
  { client, plan, applied, signal }: ApplyContext,
  key: RunKey,
  rows: readonly PlannedResult[],
  { failures, isBlind }: { readonly failures: Failures; readonly isBlind: boolean },
): Promise<void> {
  const write = async (batch: readonly PlannedResult[], isHalf = false): Promise<void> => {
    signal?.throwIfAborted();
    try {
      applied.has_written = true;
      await client.updateTestRunCases({ ...key, data: resultsJson(batch, plan) }, { timeout });
    } catch (error) {
      signal?.throwIfAborted();
      // The test cases of a new run can be late, so that a rejection of its results says nothing about one of them.
      const isAboutARow =
        !isBlind && isAboutInput(error) && (isHalf || (await getRun(client, key)).status === "ACTIVE");
      if (isAboutARow && batch.length > 1) {
        // Finds those that are rejected on their own.
        const half = Math.ceil(batch.length / 2);
        await write(batch.slice(0, half), true);
        return write(batch.slice(half), true);
      }
      const failure = { reason: messageOf(error), isFinal: isAboutARow };
      for (const { testCaseId } of batch) failures.set(testCaseId, failure);
    }
  };
  let start = 0;
  const writer = async () => {
    while (start < rows.length) {
      const batch = rows.slice(start, start + rowsPerRequest);
      start += rowsPerRequest;
      await write(batch);
    }
  };
  await Promise.all(Array.from({ length: maxWriters }, writer));
}

/** Returns results as JSON, which the live service accepts in a part of a form (observed). */
export function resultsJson(results: readonly PlannedResult[], { statuses, userId }: Plan): string {
  return JSON.stringify({
    test_run_cases: results.map(({ testCaseId, status, description }) => ({
      test_case_id: testCaseId,
      test_run_status_id: statuses[status].id,
      user_id: userId,
      description,
    })),
  });
}
