import type { ClientOptions, TestsigmaClient } from "@testsigma-tms/client";
import type { Outcome } from "../fault.ts";

export type CreateClient = (options: ClientOptions) => TestsigmaClient;

/** What a caller of the client saw. */
export interface CallResult {
  /** As in `Expected`, or `hangs`. */
  result: string;
  /** Only on errors. */
  attempts?: number;
  outcome?: Outcome;
  /** The response body or the error. */
  settled: unknown;
}

/** Creates the smallest run that bears the id. */
export function createRun(client: TestsigmaClient, id: string, signal?: AbortSignal): Promise<unknown> {
  return client.createTestRun(
    {
      project_id: id,
      title: `Run ${id}`,
      status: "ACTIVE",
      selection_type: "STATIC",
      static_selection_filters: [],
    },
    signal && { signal },
  );
}

/** Reads through `http`; a response that is not a success rejects as `HTTP` and its status. */
export async function readRuns({ http }: TestsigmaClient, id: string): Promise<unknown> {
  // The API has no documented read yet, so its path is not in the types.
  const { data, error, response } = await http.GET(`/projects/${id}/test_runs` as never);
  if (!response.ok) throw Object.assign(new Error(JSON.stringify(error)), { name: `HTTP ${response.status}` });
  return data;
}

/** Awaits a call; never rejects. */
export async function settle(success: string, call: Promise<unknown>, abortReason: Error): Promise<CallResult> {
  try {
    return { result: success, settled: await call };
  } catch (error) {
    if (error === abortReason) return { result: "aborted", settled: error };
    const { name, attempts, outcome } = error as { name: string; attempts?: number; outcome?: Outcome };
    return { result: name, settled: error, ...(attempts !== undefined && { attempts }), ...(outcome && { outcome }) };
  }
}
