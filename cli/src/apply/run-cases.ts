import { ResponseError } from "@testsigma-tms/client";
import { pageSize } from "../service/list-all.js";
import type { RunCase, RunKey } from "../service/service.js";
import type { SendContext } from "./apply-context.js";

export interface RunCases {
  /** The test cases of the run by their id. */
  readonly cases: ReadonlyMap<string, RunCase>;
  /** Whether the list was read to its end, which fails if it is unclear how to request the next page. */
  readonly isWhole: boolean;
}

/** Reads the test cases of a run, as far as the service allows its list to be read. */
export async function readRunCases(
  { service, onProgress }: Pick<SendContext, "service" | "onProgress">,
  key: RunKey,
): Promise<RunCases> {
  const cases = new Map<string, RunCase>();
  try {
    for await (const runCase of service.listRunCases(key)) {
      cases.set(runCase.testCaseId, runCase);
      if (cases.size % pageSize === 0) onProgress?.(`reading the test cases of the run: ${cases.size}`);
    }
    return { cases, isWhole: true };
  } catch (error) {
    if (error instanceof ResponseError && cases.size > 0) return { cases, isWhole: false };
    throw error;
  }
}
