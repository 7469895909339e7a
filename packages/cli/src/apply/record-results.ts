import type { PlannedResult } from "../plan/plan.js";
import type { RunCase, RunKey } from "../service/service.js";
import type { ApplyContext } from "./apply-context.js";
import { type RunCases, readRunCases } from "./run-cases.js";
import { Failures, writeResults } from "./write-results.js";

/** What of the results stands in the run now, as read from it. */
export interface Recorded {
  readonly recorded: number;
  /** How many had to be written; the others stood there before. */
  readonly written: number;
  /** How many were accepted but could not be read back, because the list of the run ends early. */
  readonly unverified: number;
  readonly notRecorded: readonly NotRecorded[];
  /** The test cases of the run, as last read. */
  readonly runCases: RunCases;
}

/** A result that does not stand in the run. */
export interface NotRecorded {
  readonly result: PlannedResult;
  readonly reason: string;
}

const maxWrites = 4;
/** The test cases of a new run can take some seconds to appear in it (observed). */
const appearMs = 30_000;
const delaysMs = [500, 1_000, 2_000, 4_000];

/**
 * Sets the results that the run does not have yet and reads them back, until it has them all or nothing more helps.
 * Setting a result again changes nothing (inferred), so a write of unknown outcome is simply compared and repeated.
 */
export async function recordResults(context: ApplyContext, key: RunKey): Promise<Recorded> {
  const { service, clock, signal, onProgress } = context;
  const { results } = context.planFile.plan;
  const failures = new Failures();
  const written = new Set<string>();
  const start = clock.now();
  let isLocked = false;
  for (let writes = 0, waits = 0; ; ) {
    signal?.throwIfAborted();
    const { cases, isWhole } = await readRunCases(context, key);
    const isUnseen = ({ testCaseId }: PlannedResult) => !isWhole && !cases.has(testCaseId);
    const isAccepted = (result: PlannedResult) =>
      isUnseen(result) && written.has(result.testCaseId) && !failures.reason(result.testCaseId);
    const missing = results.filter(
      (result) => !isRecorded(result, cases.get(result.testCaseId)) && !isAccepted(result),
    );
    const writable = missing.filter(
      (result) => (cases.has(result.testCaseId) || isUnseen(result)) && !failures.isFinal(result.testCaseId),
    );
    const run = missing.length > 0 ? await service.getRun(key) : undefined;
    if (run && run.status !== "ACTIVE" && !isLocked) {
      // Another shard may have recorded the same and closed the run since it was read; from now on it cannot change.
      isLocked = true;
      continue;
    }
    const mayFill = run?.caseCount === undefined || run.caseCount > cases.size;
    const isAbsent = ({ testCaseId }: PlannedResult) => isWhole && !cases.has(testCaseId);
    const mayAppear = missing.some(isAbsent) && mayFill && clock.now() - start < appearMs;

    if (run?.status === "ACTIVE" && writable.length > 0 && writes < maxWrites) {
      if (writes > 0) await clock.sleep(delaysMs[writes - 1] ?? 0, signal);
      onProgress?.(`setting ${writable.length} of ${results.length} results`);
      failures.forget(writable);
      await writeResults(context, key, writable, failures);
      for (const { testCaseId } of writable) written.add(testCaseId);
      writes++;
    } else if (run?.status === "ACTIVE" && mayAppear) {
      onProgress?.("waiting for the test cases to appear in the run");
      await clock.sleep(delaysMs[Math.min(waits++, delaysMs.length - 1)] ?? 0, signal);
    } else {
      const notRecorded = missing.map((result) => ({
        result,
        reason: reasonFor(result, {
          status: run?.status,
          isInRun: cases.has(result.testCaseId) || isUnseen(result),
          failures,
        }),
      }));
      for (const { testCaseId } of missing) written.delete(testCaseId);
      return {
        recorded: results.length - missing.length,
        written: written.size,
        unverified: results.filter(isAccepted).length,
        notRecorded,
        runCases: { cases, isWhole },
      };
    }
  }
}

function isRecorded({ statusId, statusName }: PlannedResult, runCase: RunCase | undefined): boolean {
  if (!runCase) return false;
  return runCase.statusId
    ? runCase.statusId === statusId
    : runCase.statusName.toLowerCase() === statusName.toLowerCase();
}

interface Situation {
  readonly status: string | undefined;
  readonly isInRun: boolean;
  readonly failures: Failures;
}

function reasonFor({ testCaseId }: PlannedResult, { status, isInRun, failures }: Situation): string {
  if (status !== "ACTIVE") return `the run is ${status}`;
  if (!isInRun) return "the run does not hold this test case; create it with --cases all, or with every test case";
  return failures.reason(testCaseId) ?? "it was set, but the run shows another result";
}
