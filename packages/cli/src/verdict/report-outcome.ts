import type { Applied } from "../apply/apply-plan.js";
import { messageOf } from "../errors/upload-error.js";
import type { Plan, ReportedTests } from "../plan/plan.js";
import { oneLine } from "../text/plain-text.js";
import type { Upload, Verdict } from "./verdict.js";

/** The complete result of a report. `--json` prints it; table, summary, annotations and outputs are made from it. */
export type ReportOutcome = ReturnType<typeof reportOutcome>;

/** Assembles the result of a report. */
export function reportOutcome(input: {
  readonly plan?: Plan | undefined;
  readonly tests?: ReportedTests | undefined;
  readonly upload: Upload;
  readonly verdict: Verdict;
  /** The plan that `resumeCommand` continues; `undefined` if nothing is left to do. */
  readonly planFile?: string | undefined;
  readonly resumeCommand?: string | undefined;
}) {
  const { plan, upload, verdict, planFile, resumeCommand } = input;
  const tests = plan?.tests ?? input.tests;
  const applied = upload.kind === "applied" ? upload.applied : undefined;
  return {
    run: plan ? runOf(plan, applied) : null,
    tests: tests ? countsOf(tests) : null,
    cases: plan ? casesOf(plan, applied) : null,
    upload: upload.kind,
    error: upload.kind === "failed" ? oneLine(messageOf(upload.error)) : null,
    not_recorded: (applied?.notRecorded ?? []).map(({ result, reason }) => ({ case: result.humanId, reason })),
    /** Test cases for which another job recorded a different result, and the result that is kept. */
    conflicts: (applied?.conflicts ?? []).map(({ result, theirs, stands }) => {
      const ours = plan?.statuses[result.status].name ?? result.status;
      return { case: result.humanId, ours, theirs, stands: stands === "ours" ? ours : theirs };
    }),
    not_attached: applied?.notAttached ?? [],
    unknown_cases: plan?.unknownCases ?? [],
    failed_tests: tests?.failed ?? [],
    flaky_tests: tests?.flaky ?? [],
    unmatched_tests: tests?.unmatched ?? [],
    plan_file: planFile ?? null,
    resume_command: resumeCommand ?? null,
    /** Reports that were not read, because the test command did not write them. */
    stale_reports: tests?.stale ?? [],
    exit_code: verdict.exitCode,
    reasons: verdict.reasons,
  };
}

function runOf({ run, progress }: Plan, applied: Applied | undefined) {
  return {
    id: applied?.run.id ?? progress.runId ?? run.id ?? null,
    human_id: applied?.run.humanId ?? progress.humanId ?? null,
    title: applied?.run.title ?? run.title,
    was_found: applied?.wasFound ?? false,
    /** Runs of earlier titles that could not hold the results. */
    passed_runs: applied?.passedRuns ?? progress.passedRuns,
    is_closed: applied?.isClosed ?? false,
    open_reason: applied?.openReason ?? null,
  };
}

function casesOf({ results }: Plan, applied: Applied | undefined) {
  const { recorded = 0, written = 0, unverified = 0 } = applied ?? {};
  return { planned: results.length, recorded, written, unverified };
}

function countsOf({ counts, flakyTests, disputedTests, matchedTests, unmatchedTests }: ReportedTests) {
  const flaky = { flaky: flakyTests, disputed: disputedTests };
  return { ...counts, ...flaky, matched: matchedTests, unmatched: unmatchedTests };
}
