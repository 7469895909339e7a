import { isAboutInput, messageOf } from "../errors.js";
import type { Plan, PlannedResult } from "../plan/plan.js";
import type { ResultRow, RunKey } from "../service/service.js";
import type { ApplyContext } from "./apply-context.js";

const rowsPerRequest = 250;
const maxWriters = 4;

/** The reasons why results were not written, by test case. */
export type Failures = Map<string, { readonly reason: string; readonly isFinal: boolean }>;

/** Sets results in batches. Adds those that could not be set to `failures`. */
export async function writeResults(
  { service, plan, progress, signal }: ApplyContext,
  key: RunKey,
  rows: readonly PlannedResult[],
  { failures, isBlind }: { readonly failures: Failures; readonly isBlind: boolean },
): Promise<void> {
  const write = async (batch: readonly PlannedResult[], isHalf = false): Promise<void> => {
    signal?.throwIfAborted();
    try {
      const resultRows = batch.map((result) => rowOf(result, plan));
      progress.hasWritten = true;
      await service.setResults(key, resultRows);
    } catch (error) {
      signal?.throwIfAborted();
      // The test cases of a new run can be late, so that a rejection of its results says nothing about one of them.
      const isAboutARow =
        !isBlind && isAboutInput(error) && (isHalf || (await service.getRun(key)).status === "ACTIVE");
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

/** Returns the row of a result in a request. */
export function rowOf({ testCaseId, status, description }: PlannedResult, { statuses, userId }: Plan): ResultRow {
  return { testCaseId, statusId: statuses[status].id ?? "", userId, description };
}
