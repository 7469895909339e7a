import type { FoundStatus } from "../find/find-statuses.js";
import type { Plan, PlannedResult } from "../plan/plan.js";
import { testStatuses } from "../read/test-result.js";
import type { Run, RunCase } from "../service/service.js";
import { isUntested } from "./close-run.js";
import type { RunToReport } from "./create-run.js";
import type { RunCases } from "./run-cases.js";
import type { Failures } from "./write-results.js";

/** The state of recording results, from which the next step is decided. */
export interface RecordState {
  readonly plan: Plan;
  /** True if results may go to the run of the next title. */
  readonly canTakeNext: boolean;
  /** True if the run was read again some time after the last write. */
  readonly isSettled: boolean;
  /** The origin of the run; a `new` one does not hold anybody else's results yet. */
  readonly origin: RunToReport["origin"];
  readonly run: Run;
  /** True if the run was read after its test cases. */
  readonly isRunCurrent: boolean;
  /** True if the run can no longer change and its test cases were read after that was known. */
  readonly isLocked: boolean;
  /** The run's test cases; `undefined` until they are read, and again after each write. */
  readonly runCases: RunCases | undefined;
  /** Number of writes of each result, by test case. */
  readonly writes: ReadonlyMap<string, number>;
  readonly rounds: number;
  readonly waitedMs: number;
  readonly failures: Failures;
}

/** The next step of recording results. */
export type Step =
  | { readonly kind: "read-cases" | "read-run" | "wait" | "settle" | "done" }
  | { readonly kind: "write"; readonly rows: readonly PlannedResult[] }
  /** Moves on to the run of the next title, because this one cannot hold the results. */
  | { readonly kind: "leave"; readonly reason: string };

/** Maximum number of rounds of writing; after that, what the run shows is final. */
export const maxRounds = 4;
/** The time to wait for test cases: those of a new run can take some seconds to appear in it (observed). */
export const appearMs = 30_000;
/** Maximum number of writes of a result with `replace`; if another one still returns, a concurrent job writes it. */
const maxReplacements = 2;

/** Decides what to do next. A pure function. */
export function nextStep(state: RecordState): Step {
  const { run, runCases, canTakeNext, origin } = state;
  const { results } = state.plan;
  if (!runCases) return isBlind(state) ? { kind: "write", rows: results } : { kind: "read-cases" };
  const missing = results.filter((result) => isMissing(judge(result, state)));
  if (missing.length === 0) return { kind: mustSettle(state) ? "settle" : "done" };
  if (!state.isRunCurrent) return { kind: "read-run" };
  if (run.status !== "ACTIVE") {
    // Another job may have recorded the same results and closed the run since its test cases were read.
    if (!state.isLocked) return { kind: "read-cases" };
    if (!canTakeNext) return { kind: "done" };
    const isSeen = missing.some(({ testCaseId }) => runCases.isWhole || runCases.cases.has(testCaseId));
    return {
      kind: "leave",
      reason: `it is ${run.status} and ${isSeen ? "holds other results" : "cannot be compared"}`,
    };
  }

  const isAbsent = ({ testCaseId }: PlannedResult) => runCases.isWhole && !runCases.cases.has(testCaseId);
  const absent = missing.filter(isAbsent);
  const mayAppear =
    absent.length > 0 &&
    (run.caseCount === undefined || run.caseCount > runCases.cases.size) &&
    state.waitedMs < appearMs;
  if (absent.length > 0 && origin === "found" && canTakeNext && state.rounds === 0) {
    if (mayAppear) return { kind: "wait" };
    return { kind: "leave", reason: `it lacks ${absent.length} of the ${results.length} test cases` };
  }
  const rows = missing.filter((result) => !isAbsent(result) && isWritable(result, state));
  if (rows.length > 0 && state.rounds < maxRounds) return { kind: "write", rows };
  return { kind: mayAppear ? "wait" : "done" };
}

/** Returns whether the results are written without reading the run first, because it is new. */
export function isBlind({ origin, rounds }: RecordState): boolean {
  return origin === "new" && rounds === 0;
}

/**
 * Returns whether the run must be read once more. Another job of a matrix may read the run before this job's write and
 * write after it. The service has nothing to prevent that, so the job with the worse result looks again.
 */
function mustSettle({ plan, isSettled, rounds }: RecordState): boolean {
  if (plan.close !== "never" || isSettled || rounds === 0 || plan.run.onConflict === "fail") return false;
  return plan.results.some(({ status }) => status !== "passed");
}

/** The state of a result in the run. */
export type Standing =
  | "recorded"
  /** The service accepted the result, but its list ends before reaching it. */
  | "accepted"
  /** Another job recorded a worse result, which is kept. */
  | "kept"
  /** Another job recorded a different result, and `--on-conflict fail` forbids changing it. */
  | "refused"
  | "missing";

/** Determines the state of a result in the run. */
export function judge(result: PlannedResult, state: RecordState): Standing {
  const { testCaseId, status } = result;
  const writes = state.writes.get(testCaseId) ?? 0;
  const runCase = state.runCases?.cases.get(testCaseId);
  if (!runCase) {
    const isUnseen = state.runCases?.isWhole === false;
    return isUnseen && writes > 0 && !state.failures.has(testCaseId) ? "accepted" : "missing";
  }
  if (isRecorded(state.plan.statuses[status], runCase)) return "recorded";
  if (state.isLocked || isUntested(runCase)) return "missing";
  const { onConflict } = state.plan.run;
  if (onConflict === "fail") return "refused";
  if (onConflict === "replace" && writes < maxReplacements) return "missing";
  return badness(runCase.statusName, state.plan.statuses) > testStatuses.indexOf(status) ? "kept" : "missing";
}

export function isMissing(standing: Standing | undefined): boolean {
  return standing === "missing" || standing === "refused";
}

function isWritable(result: PlannedResult, state: RecordState): boolean {
  return !state.failures.get(result.testCaseId)?.isFinal && judge(result, state) === "missing";
}

function isRecorded({ id, name }: FoundStatus, runCase: RunCase): boolean {
  return runCase.statusId ? runCase.statusId === id : isSameName(runCase.statusName, name);
}

/** Returns the position in the order of badness. A custom status counts as blocked, so that a person looks at it. */
function badness(statusName: string, statuses: Plan["statuses"]): number {
  const status = testStatuses.find((candidate) => isSameName(statuses[candidate].name, statusName));
  return testStatuses.indexOf(status ?? "blocked");
}

export function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
