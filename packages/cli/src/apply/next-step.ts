import type { OnConflict, PlannedResult } from "../plan/plan.js";
import { type TestStatus, testStatuses } from "../read/test-result.js";
import type { Run, RunCase } from "../service/service.js";
import { isUntested } from "./close-run.js";
import type { RunCases } from "./run-cases.js";

/** What is known while results are recorded. */
export interface RecordState {
  readonly results: readonly PlannedResult[];
  /** The organization's name of each result. */
  readonly statusNames: Readonly<Record<TestStatus, string>>;
  readonly onConflict: OnConflict;
  /** Results may go to a run of the next title. */
  readonly canTakeNext: boolean;
  /** The run stays open, so that another job can set the same test cases right after us. */
  readonly staysOpen: boolean;
  /** The run was read some time after the last write. */
  readonly isSettled: boolean;
  /** `new` holds no result of anybody else yet. */
  readonly origin: "new" | "created" | "found";
  readonly run: Pick<Run, "status" | "caseCount">;
  /** The run was read after its test cases. */
  readonly isRunCurrent: boolean;
  /** The run cannot change any more, and its test cases were read after that was known. */
  readonly isLocked: boolean;
  /** Absent until they are read, and after each write. */
  readonly runCases: RunCases | undefined;
  /** How often each result was written, by test case. */
  readonly writes: ReadonlyMap<string, number>;
  readonly rounds: number;
  readonly waitedMs: number;
  readonly failures: { isFinal(testCaseId: string): boolean; reason(testCaseId: string): string | undefined };
}

/** What to do next. */
export type Step =
  | { readonly kind: "read-cases" | "read-run" | "wait" | "settle" | "done" }
  | { readonly kind: "write"; readonly rows: readonly PlannedResult[] }
  /** Take the run of the next title, because this one cannot hold the results. */
  | { readonly kind: "leave"; readonly reason: string };

/** How often results are written before the run's word is final. */
export const maxRounds = 4;
/** The test cases of a new run can take some seconds to appear in it (observed). */
export const appearMs = 30_000;
/** With `replace`, a result that comes back after so many writes is of a job that runs at the same time. */
const maxReplacements = 2;

/** Decides what to do next. Pure. */
export function nextStep(state: RecordState): Step {
  const { results, run, runCases, canTakeNext, origin } = state;
  if (!runCases) return isBlind(state) ? { kind: "write", rows: results } : { kind: "read-cases" };
  const missing = results.filter((result) => isMissing(judge(result, state)));
  if (missing.length === 0) return { kind: mustSettle(state) ? "settle" : "done" };
  if (!state.isRunCurrent) return { kind: "read-run" };
  if (run.status !== "ACTIVE") {
    // Another job may have recorded the same and closed the run since its test cases were read.
    if (!state.isLocked) return { kind: "read-cases" };
    if (!canTakeNext) return { kind: "done" };
    const isSeen = missing.some(({ testCaseId }) => runCases.isWhole || runCases.cases.has(testCaseId));
    return {
      kind: "leave",
      reason: `it is ${run.status} and ${isSeen ? "holds other results" : "cannot be compared"}`,
    };
  }

  const absent = missing.filter(({ testCaseId }) => runCases.isWhole && !runCases.cases.has(testCaseId));
  const mayAppear =
    absent.length > 0 &&
    (run.caseCount === undefined || run.caseCount > runCases.cases.size) &&
    state.waitedMs < appearMs;
  if (absent.length > 0 && origin === "found" && canTakeNext && state.rounds === 0) {
    if (mayAppear) return { kind: "wait" };
    return { kind: "leave", reason: `it lacks ${absent.length} of the ${results.length} test cases` };
  }
  const rows = missing.filter((result) => !absent.includes(result) && isWritable(result, state));
  if (rows.length > 0 && state.rounds < maxRounds) return { kind: "write", rows };
  return { kind: mayAppear ? "wait" : "done" };
}

/** Returns whether the results of a new run are written without a look at it. */
export function isBlind({ origin, rounds }: RecordState): boolean {
  return origin === "new" && rounds === 0;
}

/**
 * Another job of a matrix can have read the run before our write and write after it. The service has nothing to prevent that, so
 * the job whose result is worse looks once more.
 */
function mustSettle({ staysOpen, isSettled, rounds, onConflict, results }: RecordState): boolean {
  if (!staysOpen || isSettled || rounds === 0 || onConflict === "fail") return false;
  return results.some(({ status }) => status !== "passed");
}

/** How a result stands in the run. */
export type Standing =
  | "recorded"
  /** The service accepted it, but its list ends before it. */
  | "accepted"
  /** The worse result of another job stands. */
  | "kept"
  /** Another job recorded another result, and `--on-conflict fail` forbids to change it. */
  | "refused"
  | "missing";

/** Judges how a result stands in the run. */
export function judge(result: PlannedResult, state: RecordState): Standing {
  const { testCaseId, status } = result;
  const writes = state.writes.get(testCaseId) ?? 0;
  const runCase = state.runCases?.cases.get(testCaseId);
  if (!runCase) {
    const isUnseen = state.runCases?.isWhole === false;
    return isUnseen && writes > 0 && !state.failures.reason(testCaseId) ? "accepted" : "missing";
  }
  if (isRecorded(result, runCase)) return "recorded";
  if (state.isLocked || isUntested(runCase)) return "missing";
  if (state.onConflict === "fail") return "refused";
  if (state.onConflict === "replace" && writes < maxReplacements) return "missing";
  return badness(runCase.statusName, state.statusNames) > testStatuses.indexOf(status) ? "kept" : "missing";
}

function isMissing(standing: Standing): boolean {
  return standing === "missing" || standing === "refused";
}

function isWritable(result: PlannedResult, state: RecordState): boolean {
  return !state.failures.isFinal(result.testCaseId) && judge(result, state) === "missing";
}

function isRecorded({ statusId, statusName }: PlannedResult, runCase: RunCase): boolean {
  return runCase.statusId ? runCase.statusId === statusId : isSameName(runCase.statusName, statusName);
}

/** Position in the order of badness. A name of the organization's own counts as blocked: it wants a person. */
function badness(statusName: string, names: RecordState["statusNames"]): number {
  const status = testStatuses.find((candidate) => isSameName(names[candidate], statusName));
  return testStatuses.indexOf(status ?? "blocked");
}

function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
