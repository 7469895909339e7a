import type { Outcome } from "../fault.ts";

/** The result that a caller of the client saw. */
export interface CallResult {
  /** The result as in `Expected`, or `hangs`. */
  result: string;
  /** The number of attempts; only errors have it. */
  attempts?: number;
  outcome?: Outcome;
  /** The response body or the error. */
  settled: unknown;
}

/** Awaits a call; never rejects. */
export async function settle(call: Promise<unknown>, abortReason: Error): Promise<CallResult> {
  try {
    return { result: "succeeded", settled: await call };
  } catch (error) {
    if (error === abortReason) return { result: "aborted", settled: error };
    const { name, attempts, outcome } = error as { name: string; attempts?: number; outcome?: Outcome };
    return { result: name, settled: error, ...(attempts !== undefined && { attempts }), ...(outcome && { outcome }) };
  }
}
