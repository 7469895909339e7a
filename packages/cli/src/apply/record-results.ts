import { ResponseError } from "@testsigma-tms/client";
import type { PlannedResult } from "../plan/plan.js";
import { isAboutInput, type ResultRow, type RunCase, type RunKey } from "../service/service.js";
import { messageOf } from "../verdict/upload-error.js";
import type { ApplyContext, SendContext } from "./apply-context.js";

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

const rowsPerRequest = 100;
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

/** Why results were not written, by test case. */
class Failures {
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

function isRecorded({ statusId, statusName }: PlannedResult, runCase: RunCase | undefined): boolean {
  if (!runCase) return false;
  return runCase.statusId
    ? runCase.statusId === statusId
    : runCase.statusName.toLowerCase() === statusName.toLowerCase();
}

async function writeResults(context: ApplyContext, key: RunKey, rows: readonly PlannedResult[], failures: Failures) {
  for (let at = 0; at < rows.length; at += rowsPerRequest) {
    await writeRows(context, key, rows.slice(at, at + rowsPerRequest), failures);
  }
}

/** Sets some results; when they are rejected together, halves them until only those remain that are rejected alone. */
async function writeRows(context: ApplyContext, key: RunKey, rows: readonly PlannedResult[], failures: Failures) {
  context.signal?.throwIfAborted();
  try {
    await context.service.setResults(key, rows.map(rowOf));
  } catch (error) {
    const isAboutARow = isAboutInput(error);
    if (!isAboutARow || rows.length === 1) {
      failures.add(rows, error, isAboutARow);
      return;
    }
    const half = Math.ceil(rows.length / 2);
    await writeRows(context, key, rows.slice(0, half), failures);
    await writeRows(context, key, rows.slice(half), failures);
  }
}

/** The request's row of a result. */
export function rowOf({ testCaseId, statusId, userId, description }: PlannedResult): ResultRow {
  return { testCaseId, statusId, userId, description };
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
