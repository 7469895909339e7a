import { messageOf } from "../errors/upload-error.js";
import type { Plan, PlannedResult } from "../plan/plan.js";
import { isAboutInput, type ResultRow, type RunKey } from "../service/service.js";
import type { ApplyContext } from "./apply-context.js";

const rowsPerRequest = 250;
const maxWriters = 4;

/** The reasons why results were not written, by test case. */
export type Failures = Map<string, { readonly reason: string; readonly isFinal: boolean }>;

/** Sets results in batches. Adds those that could not be set to `failures`. */
export async function writeResults(
  context: ApplyContext,
  key: RunKey,
  rows: readonly PlannedResult[],
  { failures, isBlind }: { readonly failures: Failures; readonly isBlind: boolean },
): Promise<void> {
  const batches: (readonly PlannedResult[])[] = [];
  for (let at = 0; at < rows.length; at += rowsPerRequest) batches.push(rows.slice(at, at + rowsPerRequest));
  const writer = async () => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      await writeRows({ context, key, failures, mayHalve: !isBlind }, batch);
    }
  };
  await Promise.all(Array.from({ length: maxWriters }, writer));
}

interface Writing {
  readonly context: ApplyContext;
  readonly key: RunKey;
  readonly failures: Failures;
  /** True if rows that were rejected together are tried apart; false for a new run, whose test cases can be late. */
  readonly mayHalve: boolean;
}

/** Sets some results. If they are rejected together, halves them to find those that are rejected on their own. */
async function writeRows(writing: Writing, rows: readonly PlannedResult[], isHalf = false): Promise<void> {
  const { context, key, failures, mayHalve } = writing;
  context.signal?.throwIfAborted();
  try {
    await context.service.setResults(
      key,
      rows.map((row) => rowOf(row, context.planFile.plan)),
    );
  } catch (error) {
    context.signal?.throwIfAborted();
    const isAboutARow =
      mayHalve && isAboutInput(error) && (isHalf || (await context.service.getRun(key)).status === "ACTIVE");
    if (!isAboutARow || rows.length === 1) {
      const failure = { reason: messageOf(error), isFinal: isAboutARow };
      for (const { testCaseId } of rows) failures.set(testCaseId, failure);
      return;
    }
    const half = Math.ceil(rows.length / 2);
    await writeRows(writing, rows.slice(0, half), true);
    await writeRows(writing, rows.slice(half), true);
  }
}

/** Returns the row of a result in a request. */
export function rowOf({ testCaseId, status, description }: PlannedResult, { statuses, userId }: Plan): ResultRow {
  return { testCaseId, statusId: statuses[status].id ?? "", userId, description };
}
