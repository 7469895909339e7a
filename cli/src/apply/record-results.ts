import { UploadError } from "../errors.js";
import { getRun, type Run } from "../find/find-run.js";
import type { Plan, PlannedResult } from "../plan/plan.js";
import { testStatuses } from "../read/test-result.js";
import { count } from "../text/plain-text.js";
import type { ApplyContext } from "./apply-context.js";
import { isUntested } from "./close-run.js";
import type { RunToReport } from "./create-run.js";
import { type RunCases, readRunCases } from "./run-cases.js";
import { type Failures, writeResults } from "./write-results.js";

/** The results that the run has now, as read from it. */
export type Recorded = ReturnType<typeof summed>;

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
 * @returns the results, or the reason why they must go to another run
 * @throws {UploadError} if they must, but the user named this one
 */
export async function recordResults(
  context: ApplyContext,
  { run, origin }: RunToReport,
): Promise<Recorded | { readonly leaveReason: string }> {
  const { client, plan, clock, signal, onProgress } = context;
  const { results } = plan;
  const key = { project_id: plan.project.id, test_run_id: run.id };
  const state: State = {
    plan,
    run,
    runCases: { cases: new Map(), isWhole: false },
    isLocked: run.status !== "ACTIVE",
    written: new Set(),
    failures: new Map(),
    others: new Map(),
  };
  const { written, failures, others } = state;
  let isSettled = false;
  let rounds = 0;
  let waitedMs = 0;
  let waits = 0;

  for (;;) {
    signal?.throwIfAborted();
    let rows = results;
    const isBlind = origin === "new" && rounds === 0;
    if (!isBlind) {
      onProgress?.("reading the test cases of the run");
      state.runCases = await readRunCases(context, key);
      const { cases, isWhole } = state.runCases;
      for (const result of results) {
        const runCase = cases.get(result.testCaseId);
        if (runCase && !isUntested(runCase) && !isSameName(runCase.statusName, plan.statuses[result.status].name)) {
          others.set(result.testCaseId, runCase.statusName);
        }
      }
      const missing = results.filter((result) => standingOf(result, state) === "missing");
      if (missing.length === 0) {
        if (isSettled || rounds === 0 || !mustSettle(plan)) return summed(state);
        isSettled = true;
        onProgress?.("checking again, because another job may have set the same test cases");
        await clock.sleep(settleMs, signal);
        continue;
      }
      if (!state.isLocked) state.run = await getRun(client, key);
      const { status, test_cases_count = Infinity } = state.run;
      if (status !== "ACTIVE") {
        const isSeen = missing.some(({ testCaseId }) => isWhole || cases.has(testCaseId));
        if (state.isLocked) {
          if (plan.namedRun) throw notActive(state.run, isSeen);
          return { leaveReason: `it is ${status} and ${isSeen ? "has other results" : "cannot be compared"}` };
        }
        // Another job may have recorded the same results and closed the run since its test cases were read.
        state.isLocked = true;
        continue;
      }
      const isAbsent = ({ testCaseId }: PlannedResult) => isWhole && !cases.has(testCaseId);
      const absent = missing.filter(isAbsent).length;
      const mayAppear = absent > 0 && test_cases_count > cases.size && waitedMs < appearMs;
      const isForeign = absent > 0 && origin === "found" && !plan.namedRun && rounds === 0;
      rows = missing.filter((result) => !isAbsent(result) && !failures.get(result.testCaseId)?.isFinal);
      if (isForeign || rows.length === 0 || rounds === maxRounds) {
        if (!mayAppear && isForeign) return { leaveReason: `it lacks ${absent} of the ${results.length} test cases` };
        if (!mayAppear) return summed(state);
        const subject =
          cases.size === 0 ? "the run has no test cases yet" : `the run lacks ${count(absent, "test case")}`;
        if (waits === 0) onProgress?.(`${subject}; waiting for them to appear`);
        const delayMs = delaysMs[Math.min(waits++, delaysMs.length - 1)] ?? 0;
        waitedMs += delayMs;
        await clock.sleep(delayMs, signal);
        continue;
      }
    }
    if (rounds > 0) await clock.sleep(delaysMs[rounds - 1] ?? 0, signal);
    const again = rounds > 0 ? " again, because the run does not show them" : "";
    onProgress?.(`setting ${count(rows.length, "result")}${again}`);
    for (const { testCaseId } of rows) failures.delete(testCaseId);
    await writeResults(context, key, rows, { failures, isBlind });
    for (const { testCaseId } of rows) written.add(testCaseId);
    isSettled = false;
    rounds++;
  }
}

/**
 * Returns whether the run must be read once more. Another job of a matrix may read the run before this job's write and
 * write after it. The service has nothing to prevent that, so the job with the worse result looks again.
 */
function mustSettle({ close, results }: Plan): boolean {
  return close === "never" && results.some(({ status }) => status !== "passed");
}

interface State {
  readonly plan: Plan;
  run: Run;
  runCases: RunCases;
  /** Whether the run can no longer change and its test cases were read after that was known. */
  isLocked: boolean;
  readonly written: Set<string>;
  readonly failures: Failures;
  /** Results that other jobs recorded differently. */
  readonly others: Map<string, string>;
}

/**
 * Returns the state of a result in the run: `accepted` if the service accepted it but its list ends before reaching it,
 * `kept` if another job recorded a worse result, which stays.
 */
function standingOf(
  { testCaseId, status }: PlannedResult,
  { plan: { statuses }, runCases, written, failures, isLocked }: State,
): "recorded" | "accepted" | "kept" | "missing" {
  const runCase = runCases.cases.get(testCaseId);
  if (!runCase) {
    return !runCases.isWhole && written.has(testCaseId) && !failures.has(testCaseId) ? "accepted" : "missing";
  }
  const { id, name } = statuses[status];
  const isRecorded = runCase.statusId ? runCase.statusId === id : isSameName(runCase.statusName, name);
  if (isRecorded) return "recorded";
  if (isLocked || isUntested(runCase)) return "missing";
  // A custom status counts as blocked, so that a person looks at it.
  const theirs = testStatuses.find((other) => isSameName(statuses[other].name, runCase.statusName)) ?? "blocked";
  return testStatuses.indexOf(theirs) > testStatuses.indexOf(status) ? "kept" : "missing";
}

const isSameName = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

function notActive({ title, status }: Run, isSeen: boolean): UploadError {
  const reason = isSeen
    ? " and has other results; only an ACTIVE run can be changed. Report under another --title"
    : ", and its results cannot be compared, because its list of test cases is incomplete";
  return new UploadError(`the run "${title}" is ${status}${reason}`, { outcome: isSeen ? "rejected" : "unknown" });
}

function summed(state: State) {
  const { plan, run, runCases, written, others } = state;
  const standings = plan.results.map((result) => ({ result, standing: standingOf(result, state) }));
  const present = standings.filter(({ standing }) => standing !== "missing");
  const missing = standings.flatMap(({ result, standing }) => (standing === "missing" ? [result] : []));
  const failures = missing.map((result) => ({ case: result.humanId, ...failureOf(result, state) }));
  return {
    run,
    runCases,
    counts: {
      recorded: present.length,
      written: present.filter(({ result }) => written.has(result.testCaseId)).length,
      unverified: present.filter(({ standing }) => standing === "accepted").length,
    },
    not_recorded: failures.map(({ isFinal: _, ...failure }) => failure),
    conflicts: present.flatMap(({ result, standing }) => {
      const ours = plan.statuses[result.status].name;
      const theirs = others.get(result.testCaseId);
      return theirs ? [{ case: result.humanId, ours, theirs, stands: standing === "kept" ? theirs : ours }] : [];
    }),
    can_continue: failures.some(({ isFinal }) => !isFinal),
  };
}

/** Returns the reason why a result is not in the run, and whether trying again cannot help. */
function failureOf({ testCaseId }: PlannedResult, { runCases, failures }: State) {
  if (runCases.isWhole && !runCases.cases.has(testCaseId)) {
    const reason = "the run does not contain this test case; create it with --cases all, or with every test case";
    return { reason, isFinal: true };
  }
  return (
    failures.get(testCaseId) ?? { reason: "the result was set, but the run shows a different one", isFinal: false }
  );
}
