import type { Plan, PlannedResult } from "../plan/plan.js";
import type { RunKey } from "../service/service.js";
import type { ApplyContext } from "./apply-context.js";
import { isUntested } from "./close-run.js";
import { isBlind, isMissing, isSameName, judge, nextStep, type RecordState } from "./next-step.js";
import { type RunCases, readRunCases } from "./run-cases.js";
import { type Failures, writeResults } from "./write-results.js";

/** The results that the run now holds, as read from it. */
export type Recorded = Awaited<ReturnType<typeof recordResults>>;

/** Pause before the run is read again; longer than a job takes between reading a run and setting its results. */
const settleMs = 3_000;
const delaysMs = [500, 1_000, 2_000, 4_000];

/**
 * Sets the results that the run does not have yet and reads them back, until it has them all or trying again cannot
 * help. Setting a result again changes nothing (inferred), so a write of unknown outcome is just checked and repeated.
 */
export async function recordResults(
  context: ApplyContext,
  key: RunKey,
  start: Pick<RecordState, "origin" | "canTakeNext" | "run">,
) {
  const { service, clock, signal, onProgress } = context;
  const { plan } = context.planFile;
  const { results } = plan;
  const failures: Failures = new Map();
  const writes = new Map<string, number>();
  const others = new Map<string, string>();
  const isFinished = start.run.status !== "ACTIVE";
  const unread = { runCases: undefined, isRunCurrent: false };
  let state: RecordState = {
    ...{ ...start, plan, failures, writes, runCases: undefined, rounds: 0, waitedMs: 0 },
    ...{ isRunCurrent: isFinished, isLocked: isFinished, isSettled: false },
  };
  let runCases: RunCases = { cases: new Map(), isWhole: false };
  for (let waits = 0; ; ) {
    signal?.throwIfAborted();
    const step = nextStep(state);
    switch (step.kind) {
      case "read-cases":
        onProgress?.("reading the test cases of the run");
        runCases = await readRunCases(context, key);
        noteOthers(runCases, plan, others);
        state = {
          ...state,
          runCases,
          isLocked: state.run.status !== "ACTIVE",
          isRunCurrent: state.run.status !== "ACTIVE",
        };
        break;
      case "read-run":
        state = { ...state, run: await service.getRun(key), isRunCurrent: true };
        break;
      case "write":
        if (state.rounds > 0) await clock.sleep(delaysMs[state.rounds - 1] ?? 0, signal);
        onProgress?.(`setting ${step.rows.length} of ${results.length} results`);
        for (const { testCaseId } of step.rows) failures.delete(testCaseId);
        await writeResults(context, key, step.rows, { failures, isBlind: isBlind(state) });
        for (const { testCaseId } of step.rows) writes.set(testCaseId, (writes.get(testCaseId) ?? 0) + 1);
        state = { ...state, ...unread, isSettled: false, rounds: state.rounds + 1 };
        break;
      case "settle":
        onProgress?.("looking once more, because another job may set the same test cases");
        await clock.sleep(settleMs, signal);
        state = { ...state, ...unread, isSettled: true };
        break;
      case "wait": {
        const delayMs = delaysMs[Math.min(waits++, delaysMs.length - 1)] ?? 0;
        onProgress?.("waiting for the test cases to appear in the run");
        await clock.sleep(delayMs, signal);
        state = { ...state, ...unread, waitedMs: state.waitedMs + delayMs };
        break;
      }
      case "leave":
      case "done":
        // The reason why the run cannot hold the results, so that they go to the run of the next title.
        return { ...summed(state, others), runCases, leaveReason: step.kind === "leave" ? step.reason : undefined };
    }
  }
}

/** Notes results that other jobs recorded differently, even if they are replaced afterwards. */
function noteOthers({ cases }: RunCases, { results, statuses }: Plan, others: Map<string, string>): void {
  for (const { testCaseId, status } of results) {
    const runCase = cases.get(testCaseId);
    if (!runCase || isUntested(runCase) || isSameName(runCase.statusName, statuses[status].name)) continue;
    others.set(testCaseId, runCase.statusName);
  }
}

function summed(state: RecordState, others: ReadonlyMap<string, string>) {
  const { writes, run } = state;
  const { results } = state.plan;
  const standings = new Map(results.map((result) => [result, judge(result, state)]));
  const missing = results.filter((result) => isMissing(standings.get(result)));
  const found = results.filter((result) => !isMissing(standings.get(result)));
  return {
    run,
    recorded: found.length,
    /** Number of results that had to be written; the others were already there. */
    written: found.filter(({ testCaseId }) => writes.has(testCaseId)).length,
    /** Number of results that were accepted but could not be read back, because the list of the run ends early. */
    unverified: found.filter((result) => standings.get(result) === "accepted").length,
    notRecorded: missing.map((result) => ({ result, ...reasonOf(result, state, others) })),
    /** Test cases for which another job recorded a different result, by its name. */
    conflicts: found.flatMap((result) => {
      const theirs = others.get(result.testCaseId);
      const stands: "ours" | "theirs" = standings.get(result) === "kept" ? "theirs" : "ours";
      return theirs ? [{ result, theirs, stands }] : [];
    }),
  };
}

/** Returns the reason why a result is not in the run, and whether trying again cannot help. */
function reasonOf(result: PlannedResult, state: RecordState, others: ReadonlyMap<string, string>) {
  const { testCaseId } = result;
  const { run, runCases, failures } = state;
  if (run.status !== "ACTIVE") return { reason: `the run is ${run.status}`, isFinal: true };
  if (judge(result, state) === "refused") {
    return { reason: `another job recorded ${others.get(testCaseId)} (--on-conflict fail)`, isFinal: true };
  }
  if (runCases?.isWhole && !runCases.cases.has(testCaseId)) {
    const reason = "the run does not hold this test case; create it with --cases all, or with every test case";
    return { reason, isFinal: true };
  }
  return failures.get(testCaseId) ?? { reason: "it was set, but the run shows another result", isFinal: false };
}
