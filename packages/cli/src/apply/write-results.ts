import type { PlannedResult } from "../plan/plan.js";
import { isAboutInput, type ResultRow, type RunKey } from "../service/service.js";
import { messageOf } from "../verdict/upload-error.js";
import type { ApplyContext } from "./apply-context.js";

const rowsPerRequest = 100;

/** Why results were not written, by test case. */
export class Failures {
  readonly #byCase = new Map<string, { reason: string; isFinal: boolean }>();

  add(rows: readonly PlannedResult[], error: unknown, isFinal: boolean): void {
    for (const { testCaseId } of rows) this.#byCase.set(testCaseId, { reason: messageOf(error), isFinal });
  }

  /** They are written again. */
  forget(rows: readonly PlannedResult[]): void {
    for (const { testCaseId } of rows) this.#byCase.delete(testCaseId);
  }

  isFinal(testCaseId: string): boolean {
    return this.#byCase.get(testCaseId)?.isFinal ?? false;
  }

  reason(testCaseId: string): string | undefined {
    return this.#byCase.get(testCaseId)?.reason;
  }
}

/** Sets results, some in a request. What could not be set is in `failures`. */
export async function writeResults(
  context: ApplyContext,
  key: RunKey,
  rows: readonly PlannedResult[],
  failures: Failures,
) {
  for (let at = 0; at < rows.length; at += rowsPerRequest) {
    await writeRows(context, key, rows.slice(at, at + rowsPerRequest), failures);
  }
}

/** Sets some results; when they are rejected together, halves them until only those remain that are rejected alone. */
async function writeRows(
  context: ApplyContext,
  key: RunKey,
  rows: readonly PlannedResult[],
  failures: Failures,
  isHalf = false,
): Promise<void> {
  context.signal?.throwIfAborted();
  try {
    await context.service.setResults(key, rows.map(rowOf));
  } catch (error) {
    const isAboutARow = isAboutInput(error) && (isHalf || (await context.service.getRun(key)).status === "ACTIVE");
    if (!isAboutARow || rows.length === 1) {
      failures.add(rows, error, isAboutARow);
      return;
    }
    const half = Math.ceil(rows.length / 2);
    await writeRows(context, key, rows.slice(0, half), failures, true);
    await writeRows(context, key, rows.slice(half), failures, true);
  }
}

/** The request's row of a result. */
export function rowOf({ testCaseId, statusId, userId, description }: PlannedResult): ResultRow {
  return { testCaseId, statusId, userId, description };
}
