import type { Progress } from "../apply/apply-context.js";
import type { Applied } from "../apply/apply-plan.js";
import { messageOf } from "../errors.js";
import type { Plan, ReportedTests } from "../plan/plan.js";
import type { Run } from "../service/service.js";
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
  readonly progress?: Progress;
  /** Whether the same report again may record more. */
  readonly canContinue?: boolean;
}) {
  const { plan, upload, verdict, progress, canContinue = false } = input;
  const tests = plan?.tests ?? input.tests;
  const applied = upload.kind === "applied" ? upload.applied : undefined;
  return {
    run: plan ? runOf(plan, progress, applied) : null,
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
    can_continue: canContinue,
    /** Reports that were not read, because the test command did not write them. */
    stale_reports: tests?.stale ?? [],
    warnings: tests?.warnings ?? [],
    exit_code: verdict.exitCode,
    reasons: verdict.reasons,
  };
}

function runOf({ run, project }: Plan, progress: Progress | undefined, applied: Applied | undefined) {
  const actual = applied?.run ?? progress?.run;
  return {
    id: actual?.id ?? run.id ?? null,
    human_id: actual?.humanId ?? null,
    title: actual?.title ?? run.title,
    url: actual ? runUrl(run.url, project.id, actual) : null,
    /** False if another build would report into a run of the same title. */
    is_of_build: run.isOfBuild,
    was_found: applied?.wasFound ?? false,
    /** Runs that could not take the results. */
    passed_runs: progress?.passedRuns ?? [],
    is_closed: applied?.isClosed ?? false,
    open_reason: applied?.openReason ?? null,
  };
}

/** Fills the template of a run's address in the app. */
export function runUrl(
  template: string | undefined,
  projectId: string,
  { id, humanId = id }: Pick<Run, "id" | "humanId">,
): string | null {
  const values: Readonly<Record<string, string>> = { project_id: projectId, id, human_id: humanId };
  return template?.replace(/\{(\w+)\}/g, (variable, name) => encodeURIComponent(values[name] ?? variable)) ?? null;
}

function casesOf({ results }: Plan, applied: Applied | undefined) {
  const { recorded = 0, written = 0, unverified = 0 } = applied ?? {};
  return { planned: results.length, recorded, written, unverified };
}

function countsOf({ counts, flakyTests, disputedTests, matchedTests, unmatchedTests }: ReportedTests) {
  return { ...counts, flaky: flakyTests, disputed: disputedTests, matched: matchedTests, unmatched: unmatchedTests };
}
