import type { ClientOptions, TestsigmaClient } from "@testsigma-tms/client";
import type { Outcome } from "../fault.ts";

export type CreateClient = (options: ClientOptions) => TestsigmaClient;

/** What the caller of the client was told. */
export interface Told {
  /** As in `Expected`, or `hangs`. */
  result: string;
  /** Only an error tells. */
  attempts?: number;
  outcome?: Outcome;
  /** The answer or the error. */
  settled: unknown;
}

/** Creates the smallest run that bears the id. */
export const createRun = (client: TestsigmaClient, id: string, signal?: AbortSignal): Promise<unknown> =>
  client.createTestRun(
    {
      project_id: id,
      title: `Run ${id}`,
      status: "ACTIVE",
      selection_type: "STATIC",
      static_selection_filters: [],
    },
    signal && { signal },
  );

/** Reads through `http`; an answer that is no success rejects as `HTTP` and its status. */
export const readRuns = async ({ http }: TestsigmaClient, id: string): Promise<unknown> => {
  // The API has no documented read yet, so its path is not in the types.
  const { data, error, response } = await http.GET(`/projects/${id}/test_runs` as never);
  if (!response.ok) throw Object.assign(new Error(JSON.stringify(error)), { name: `HTTP ${response.status}` });
  return data;
};

/** Awaits a call; never rejects. */
export const tell = async (success: string, call: Promise<unknown>, abortReason: Error): Promise<Told> => {
  try {
    return { result: success, settled: await call };
  } catch (error) {
    if (error === abortReason) return { result: "aborted", settled: error };
    const { name, attempts, outcome } = error as { name: string; attempts?: number; outcome?: Outcome };
    return { result: name, settled: error, ...(attempts !== undefined && { attempts }), ...(outcome && { outcome }) };
  }
};
