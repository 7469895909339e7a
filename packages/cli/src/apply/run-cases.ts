import { ListError } from "../errors/list-error.js";
import { pageSize, type RunCase, type RunKey } from "../service/service.js";
import type { SendContext } from "./apply-context.js";

/** The test cases of a run. */
export interface RunCases {
  /** By the id of the test case. */
  readonly cases: ReadonlyMap<string, RunCase>;
  /** The list was read to its end: how to ask for a next page is not settled. */
  readonly isWhole: boolean;
}

/** Reads the test cases of a run, as far as the service lets its list be read. */
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
    if (error instanceof ListError && cases.size > 0) return { cases, isWhole: false };
    throw error;
  }
}
