import { ResponseError } from "@testsigma-tms/client";
import type { RunCase as ApiRunCase } from "@testsigma-tms/client/types";
import type { RunKey } from "../find/find-run.js";
import { listAll, pageSize } from "../find/list-all.js";
import type { SendContext } from "./apply-context.js";

/** A test case inside a run, with its result. */
export type RunCase = ReturnType<typeof runCaseOf>;

export interface RunCases {
  readonly cases: ReadonlyMap<string, RunCase>;
  /** Whether the list was read to its end, which fails if it is unclear how to request the next page. */
  readonly isWhole: boolean;
}

/** Reads the test cases of a run, as far as the service allows its list to be read. */
export async function readRunCases(
  { client, onProgress }: Pick<SendContext, "client" | "onProgress">,
  key: RunKey,
): Promise<RunCases> {
  const cases = new Map<string, RunCase>();
  try {
    for await (const item of listAll(client.listTestRunCases, key)) {
      const runCase = runCaseOf(item);
      cases.set(runCase.testCaseId, runCase);
      if (cases.size % pageSize === 0) onProgress?.(`reading the test cases of the run: ${cases.size}`);
    }
    return { cases, isWhole: true };
  } catch (error) {
    if (error instanceof ResponseError && cases.size > 0) return { cases, isWhole: false };
    throw error;
  }
}

/** Converts a test case of a run. Its id is in `test_case.id` (observed) or in `id` (documented). */
function runCaseOf({ id, name, status, status_id, test_case }: ApiRunCase) {
  return {
    testCaseId: test_case?.id ?? id,
    humanId: test_case?.human_id,
    title: test_case?.title ?? name ?? "",
    statusId: status_id || undefined,
    statusName: status,
  };
}
