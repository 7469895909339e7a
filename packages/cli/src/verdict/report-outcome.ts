import type { Applied } from "../apply/apply-plan.js";
import { messageOf } from "../errors/upload-error.js";
import type { Matches } from "../match/collect-matches.js";
import type { PassedRun, Plan, ReportedTests } from "../plan/plan.js";
import { oneLine } from "../text/plain-text.js";
import type { Upload, Verdict } from "./verdict.js";

/** The complete result of a report. `--json` prints it; table, summary, annotations and outputs are made from it. */
export interface ReportOutcome {
  readonly run: {
    readonly id: string | null;
    readonly human_id: string | null;
    readonly title: string;
    readonly was_found: boolean;
    /** Runs of earlier titles that could not hold the results. */
    readonly passed_runs: readonly PassedRun[];
    readonly is_closed: boolean;
    readonly open_reason: string | null;
  } | null;
  readonly tests: {
    readonly passed: number;
    readonly failed: number;
    readonly blocked: number;
    readonly skipped: number;
    readonly flaky: number;
    /** Tests with several attempts that ended differently. */
    readonly disputed: number;
    readonly matched: number;
    readonly unmatched: number;
  } | null;
  readonly cases: {
    readonly planned: number;
    readonly recorded: number;
    readonly written: number;
    /** Number of results that were accepted but not read back, because the list of the run's test cases ends early. */
    readonly unverified: number;
  } | null;
  readonly upload: Upload["kind"];
  readonly error: string | null;
  readonly not_recorded: readonly { readonly case: string; readonly reason: string }[];
  /** Test cases for which another job recorded a different result, and the result that is kept. */
  readonly conflicts: readonly {
    readonly case: string;
    readonly ours: string;
    readonly theirs: string;
    readonly stands: string;
  }[];
  readonly not_attached: readonly { readonly file: string; readonly reason: string }[];
  readonly unknown_cases: readonly { readonly id: string; readonly test: string; readonly hint: string }[];
  readonly failed_tests: Matches["failed"];
  readonly flaky_tests: Matches["flaky"];
  readonly unmatched_tests: Matches["unmatched"];
  /** The plan that `testsigma-tms resume` continues; `null` if nothing is left to do. */
  readonly plan_file: string | null;
  readonly resume_command: string | null;
  /** Reports that were not read, because the test command did not write them. */
  readonly stale_reports: readonly string[];
  readonly exit_code: number;
  readonly reasons: readonly string[];
}

/** Assembles the result of a report. */
export function reportOutcome(input: {
  readonly plan?: Plan | undefined;
  readonly tests?: ReportedTests | undefined;
  readonly upload: Upload;
  readonly verdict: Verdict;
  readonly planFile?: string | undefined;
  readonly resumeCommand?: string | undefined;
}): ReportOutcome {
  const { plan, upload, verdict, planFile, resumeCommand } = input;
  const tests = plan?.tests ?? input.tests;
  const applied = upload.kind === "applied" ? upload.applied : undefined;
  return {
    run: plan ? runOf(plan, applied) : null,
    tests: tests ? countsOf(tests) : null,
    cases: plan
      ? {
          planned: plan.results.length,
          recorded: applied?.recorded ?? 0,
          written: applied?.written ?? 0,
          unverified: applied?.unverified ?? 0,
        }
      : null,
    upload: upload.kind,
    error: upload.kind === "failed" ? oneLine(messageOf(upload.error)) : null,
    not_recorded: (applied?.notRecorded ?? []).map(({ result, reason }) => ({ case: result.humanId, reason })),
    conflicts: (applied?.conflicts ?? []).map(({ result, theirs, stands }) => {
      const ours = result.statusName;
      return { case: result.humanId, ours, theirs, stands: stands === "ours" ? ours : theirs };
    }),
    not_attached: applied?.notAttached ?? [],
    unknown_cases: plan?.unknownCases ?? [],
    failed_tests: tests?.failed ?? [],
    flaky_tests: tests?.flaky ?? [],
    unmatched_tests: tests?.unmatched ?? [],
    plan_file: planFile ?? null,
    resume_command: resumeCommand ?? null,
    stale_reports: tests?.stale ?? [],
    exit_code: verdict.exitCode,
    reasons: verdict.reasons,
  };
}

function runOf({ run, progress }: Plan, applied: Applied | undefined): NonNullable<ReportOutcome["run"]> {
  return {
    id: applied?.run.id ?? progress.runId ?? run.id ?? null,
    human_id: applied?.run.humanId ?? progress.humanId ?? null,
    title: applied?.run.title ?? run.title,
    was_found: applied?.wasFound ?? false,
    passed_runs: applied?.passedRuns ?? progress.passedRuns,
    is_closed: applied?.isClosed ?? false,
    open_reason: applied?.openReason ?? null,
  };
}

function countsOf({ counts, flakyTests, disputedTests, matchedTests, unmatchedTests }: ReportedTests) {
  const flaky = { flaky: flakyTests, disputed: disputedTests };
  return { ...counts, ...flaky, matched: matchedTests, unmatched: unmatchedTests };
}
