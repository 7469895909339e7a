import { ResponseError } from "@testsigma-tms/client";
import type { RunCase, RunKey } from "../service/service.js";
import type { SendContext } from "./apply-context.js";

/** The test cases of a run. */
export interface RunCases {
  /** By the id of the test case. */
  readonly cases: ReadonlyMap<string, RunCase>;
  /** The list was read to its end: how to ask for a next page is not settled (documented as a URL, observed as a cursor). */
  readonly isWhole: boolean;
}

/** Reads the test cases of a run, as far as the service lets its list be read. */
export async function readRunCases({ service }: Pick<SendContext, "service">, key: RunKey): Promise<RunCases> {
  const cases = new Map<string, RunCase>();
  try {
    for await (const runCase of service.listRunCases(key)) cases.set(runCase.testCaseId, runCase);
    return { cases, isWhole: true };
  } catch (error) {
    if (error instanceof ResponseError && cases.size > 0) return { cases, isWhole: false };
    throw error;
  }
}
