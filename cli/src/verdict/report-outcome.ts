import { type Applied, unapplied } from "../apply/apply-context.js";
import { messageOf } from "../errors.js";
import type { ReportedTests } from "../match/collect-matches.js";
import type { Plan } from "../plan/plan.js";
import { oneLine } from "../text/plain-text.js";
import type { Upload, Verdict } from "./verdict.js";

/** The complete result of a report. `--json` prints it; table, summary, annotations and outputs are made from it. */
export type ReportOutcome = ReturnType<typeof reportOutcome>;

/** Assembles the result of a report. */
export function reportOutcome(input: {
  readonly upload: Upload;
  readonly verdict: Verdict;
  readonly tests?: ReportedTests | undefined;
  readonly plan?: Plan | undefined;
  readonly applied?: Applied | undefined;
  /** Whether another build has another title. */
  readonly isOfBuild: boolean;
  /** Template of the run's address. */
  readonly runUrl?: string | undefined;
}) {
  const { upload, verdict, tests, plan, isOfBuild } = input;
  const applied = input.applied ?? (plan && unapplied(plan));
  const {
    run,
    cases = null,
    not_recorded = [],
    conflicts = [],
    not_attached = [],
    can_continue = false,
  } = applied ?? {};
  return {
    run: run && plan ? { ...run, url: runUrl(input.runUrl, plan.project.id, run), is_of_build: isOfBuild } : null,
    tests: tests?.counts ?? null,
    cases,
    upload: upload.kind,
    error: upload.kind === "failed" ? oneLine(messageOf(upload.error)) : null,
    not_recorded,
    conflicts,
    not_attached,
    unknown_cases: plan?.unknownCases ?? [],
    failed_tests: tests?.failed ?? [],
    flaky_tests: tests?.flaky ?? [],
    unmatched_tests: tests?.unmatched ?? [],
    can_continue,
    stale_reports: tests?.stale ?? [],
    warnings: tests?.warnings ?? [],
    exit_code: verdict.exitCode,
    reasons: verdict.reasons,
  };
}

/** Fills the template of a run's address in the app; `null` without a template or a run. */
export function runUrl(
  template: string | undefined,
  projectId: string,
  { id, human_id }: { readonly id: string | null; readonly human_id?: string | null | undefined },
): string | null {
  if (!template || id === null) return null;
  const values: Readonly<Record<string, string>> = { project_id: projectId, id, human_id: human_id ?? id };
  return template.replace(/\{(\w+)\}/g, (variable, name) => encodeURIComponent(values[name] ?? variable));
}
