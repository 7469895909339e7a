import type { Plan, PlannedResult } from "../plan/plan.js";
import { testStatuses } from "../read/test-result.js";
import type { Run, RunCase, RunKey } from "../service/service.js";
import { count } from "../text/plain-text.js";
import type { ApplyContext } from "./apply-context.js";
import { isUntested } from "./close-run.js";
import type { RunToReport } from "./create-run.js";
import { type RunCases, readRunCases } from "./run-cases.js";
import { type Failures, writeResults } from "./write-results.js";

/** The results that the run now holds, as read from it. */
export type Recorded = Awaited<ReturnType<typeof recordResults>>;

/** Maximum number of rounds of writing; after that, what the run shows is final. */
const maxRounds = 4;
/** The time to wait for test cases: those of a new run can take some seconds to appear in it (observed). */
const appearMs = 30_000;
/** Pause before the run is read again; longer than a job takes between reading a run and setting its results. */
const settleMs = 3_000;
const delaysMs = [500, 1_000, 2_000, 4_000];

/**
 * Sets the results that the run does not have yet and reads them back, until it has them all or trying again cannot
 * help. Setting a result again changes nothing (inferred), so a write of unknown outcome is just checked and repeated.
 *
 * @param start the run, its origin, and whether the results may go to another run instead
 */
export async function recordResults(
  context: ApplyContext,
  key: RunKey,
  start: RunToReport & { readonly canMove: boolean },
) {
  const { service, plan, clock, signal, onProgress } = context;
  const { results } = plan;
  const { origin, canMove } = start;
  const failures: Failures = new Map();
  const writes = new Map<string, number>();
  /** Results that other jobs recorded differently. */
  const others = new Map<string, string>();
  let { run } = start;
  /** True if the run can no longer change and its test cases were read after that was known. */
  let isLocked = run.status !== "ACTIVE";
  let runCases: RunCases = { cases: new Map(), isWhole: false };
  let isSettled = false;
  let rounds = 0;
  let waitedMs = 0;
  let waits = 0;
  const standingOf = (result: PlannedResult) => judge(result, { plan, runCases, writes, failures, isLocked });
  const end = (leaveReason?: string) => {
    return { ...summed({ plan, run, runCases, writes, failures, others }, standingOf), runCases, leaveReason };
  };

  for (;;) {
    signal?.throwIfAborted();
    let rows = results;
    const isBlind = origin === "new" && rounds === 0;
    if (!isBlind) {
      onProgress?.("reading the test cases of the run");
      runCases = await readRunCases(context, key);
      noteOthers(runCases, plan, others);
      const missing = results.filter((result) => standingOf(result) === "missing");
      if (missing.length === 0) {
        if (isSettled || rounds === 0 || !mustSettle(plan)) return end();
        isSettled = true;
        onProgress?.("checking again, because another job may have set the same test cases");
        await clock.sleep(settleMs, signal);
        continue;
      }
      if (!isLocked) run = await service.getRun(key);
      if (run.status !== "ACTIVE") {
        const isSeen = missing.some(({ testCaseId }) => runCases.isWhole || runCases.cases.has(testCaseId));
        const why = isSeen ? "has other results" : "cannot be compared";
        if (isLocked) return end(canMove ? `it is ${run.status} and ${why}` : undefined);
        // Another job may have recorded the same results and closed the run since its test cases were read.
        isLocked = true;
        continue;
      }
      const isAbsent = ({ testCaseId }: PlannedResult) => runCases.isWhole && !runCases.cases.has(testCaseId);
      const absent = missing.filter(isAbsent).length;
      const mayGrow = run.caseCount === undefined || run.caseCount > runCases.cases.size;
      const mayAppear = absent > 0 && mayGrow && waitedMs < appearMs;
      const isForeign = absent > 0 && origin === "found" && canMove && rounds === 0;
      rows = missing.filter((result) => !isAbsent(result) && !failures.get(result.testCaseId)?.isFinal);
      if (isForeign || rows.length === 0 || rounds === maxRounds) {
        if (!mayAppear) return end(isForeign ? `it lacks ${absent} of the ${results.length} test cases` : undefined);
        const delayMs = delaysMs[Math.min(waits++, delaysMs.length - 1)] ?? 0;
        waitedMs += delayMs;
        if (waits === 1) onProgress?.(waitingText(runCases, absent));
        await clock.sleep(delayMs, signal);
        continue;
      }
    }
    if (rounds > 0) await clock.sleep(delaysMs[rounds - 1] ?? 0, signal);
    onProgress?.(settingText(rows.length, rounds));
    for (const { testCaseId } of rows) failures.delete(testCaseId);
    await writeResults(context, key, rows, { failures, isBlind });
    for (const { testCaseId } of rows) writes.set(testCaseId, (writes.get(testCaseId) ?? 0) + 1);
    isSettled = false;
    rounds++;
  }
}

function settingText(rows: number, rounds: number): string {
  return `setting ${count(rows, "result")}${rounds > 0 ? " again, because the run does not show them" : ""}`;
}

function waitingText({ cases }: RunCases, absent: number): string {
  if (cases.size === 0) return "the run has no test cases yet; waiting for them to appear";
  return `waiting for ${count(absent, "test case")} to appear in the run`;
}

/**
 * Returns whether the run must be read once more. Another job of a matrix may read the run before this job's write and
 * write after it. The service has nothing to prevent that, so the job with the worse result looks again.
 */
function mustSettle({ close, results }: Plan): boolean {
  return close === "never" && results.some(({ status }) => status !== "passed");
}

/** The state of a result in the run. */
type Standing =
  | "recorded"
  /** The service accepted the result, but its list ends before reaching it. */
  | "accepted"
  /** Another job recorded a worse result, which is kept. */
  | "kept"
  | "missing";

interface State {
  readonly plan: Plan;
  readonly runCases: RunCases;
  readonly writes: ReadonlyMap<string, number>;
  readonly failures: Failures;
}

/** Determines the state of a result in the run. */
function judge(
  { testCaseId, status }: PlannedResult,
  { plan, runCases, writes, failures, isLocked }: State & { readonly isLocked: boolean },
): Standing {
  const written = writes.get(testCaseId) ?? 0;
  const runCase = runCases.cases.get(testCaseId);
  if (!runCase) return !runCases.isWhole && written > 0 && !failures.has(testCaseId) ? "accepted" : "missing";
  if (isRecorded(plan.statuses[status], runCase)) return "recorded";
  if (isLocked || isUntested(runCase)) return "missing";
  return badness(runCase.statusName, plan.statuses) > testStatuses.indexOf(status) ? "kept" : "missing";
}

function isRecorded({ id, name }: Plan["statuses"]["passed"], { statusId, statusName }: RunCase): boolean {
  return statusId ? statusId === id : isSameName(statusName, name);
}

/** Returns the position in the order of badness. A custom status counts as blocked, so that a person looks at it. */
function badness(statusName: string, statuses: Plan["statuses"]): number {
  const status = testStatuses.find((candidate) => isSameName(statuses[candidate].name, statusName));
  return testStatuses.indexOf(status ?? "blocked");
}

const isSameName = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

function noteOthers({ cases }: RunCases, { results, statuses }: Plan, others: Map<string, string>): void {
  for (const { testCaseId, status } of results) {
    const runCase = cases.get(testCaseId);
    if (!runCase || isUntested(runCase) || isSameName(runCase.statusName, statuses[status].name)) continue;
    others.set(testCaseId, runCase.statusName);
  }
}

function summed(
  state: State & { readonly run: Run; readonly others: ReadonlyMap<string, string> },
  standingOf: (result: PlannedResult) => Standing,
) {
  const { plan, run, writes, others } = state;
  const standings = plan.results.map((result) => ({ result, standing: standingOf(result) }));
  const present = standings.filter(({ standing }) => standing !== "missing");
  return {
    run,
    recorded: present.length,
    /** Number of results that had to be written; the others were already there. */
    written: present.filter(({ result }) => writes.has(result.testCaseId)).length,
    /** Number of results that were accepted but could not be read back, because the list of the run ends early. */
    unverified: present.filter(({ standing }) => standing === "accepted").length,
    notRecorded: standings.flatMap(({ result, standing }) =>
      standing === "missing" ? [{ result, ...reasonOf(result, state) }] : [],
    ),
    /** Test cases for which another job recorded a different result, by its name. */
    conflicts: present.flatMap(({ result, standing }) => {
      const theirs = others.get(result.testCaseId);
      const stands: "ours" | "theirs" = standing === "kept" ? "theirs" : "ours";
      return theirs ? [{ result, theirs, stands }] : [];
    }),
  };
}

/** Returns the reason why a result is not in the run, and whether trying again cannot help. */
function reasonOf({ testCaseId }: PlannedResult, { run, runCases, failures }: State & { readonly run: Run }) {
  if (run.status !== "ACTIVE") return { reason: `the run is ${run.status}`, isFinal: true };
  if (runCases.isWhole && !runCases.cases.has(testCaseId)) {
    const reason = "the run does not contain this test case; create it with --cases all, or with every test case";
    return { reason, isFinal: true };
  }
  return (
    failures.get(testCaseId) ?? { reason: "the result was set, but the run shows a different one", isFinal: false }
  );
}
