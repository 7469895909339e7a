import { defaultStatusNames } from "../find/find-statuses.js";
import type { CaseResult, Matches } from "../match/collect-matches.js";
import { mergeResults } from "../match/collect-matches.js";
import type { TestStatus } from "../read/test-result.js";
import type { Project, ResultStatus, TestCase } from "../service/service.js";
import type { Settings } from "../settings/definitions.js";
import { type Plan, type PlannedResult, planVersion } from "./plan.js";

const maxDescriptionLength = 2_000;

/** Everything that a plan is made from. */
export interface PlanInput {
  readonly settings: Settings;
  readonly matches: Matches;
  /** Reports of an earlier run, which were not read. */
  readonly stale: readonly string[];
  readonly project: Project;
  /** The run to report into, if one was named. */
  readonly run?: { readonly id: string; readonly title: string } | undefined;
  readonly title: string;
  readonly description: string;
  /** Test cases by the id that the tests name; an id that is missing here does not exist. */
  readonly testCases: ReadonlyMap<string, TestCase>;
  /** Returns a hint about an id that does not exist. */
  readonly hintFor: (id: string) => string;
  /** The organization's status for each result that occurs. */
  readonly statuses: ReadonlyMap<TestStatus, ResultStatus>;
  readonly userId?: string | undefined;
  /** Absolute paths of the files to attach, by the case's id as the tests name it. */
  readonly files: ReadonlyMap<string, readonly string[]>;
  /** Attempt of the build, if the CI system provides it. */
  readonly attempt?: number | undefined;
}

/** Makes the plan: the result of each test case, and the run that it goes to. A pure function. */
export function makePlan(input: PlanInput): Plan {
  const { settings, matches, project, testCases, files } = input;
  const { cases, ...tests } = matches;
  const known = new Map<string, CaseResult>();
  for (const result of cases) {
    const testCase = testCases.get(result.caseId);
    if (!testCase) continue;
    // A human id and a UUID can name the same test case.
    const other = known.get(testCase.id);
    known.set(testCase.id, other ? mergeResults(other, result) : result);
  }
  return {
    version: planVersion,
    baseUrl: settings.baseUrl,
    project: { id: project.id, name: project.name, prefix: project.prefix },
    run: {
      id: input.run?.id,
      title: input.run?.title ?? input.title,
      description: input.description,
      attempt: input.attempt,
      ifExists: settings.ifExists,
      onConflict: settings.onConflict ?? ((input.attempt ?? 1) > 1 ? "replace" : "worst"),
      uniqueTitles: settings.uniqueTitles,
      cases: settings.cases === "all" ? "all" : [...known.keys()],
      planId: settings.plan,
      labels: settings.label,
    },
    statusNames: { ...defaultStatusNames, ...settings.statuses },
    results: Array.from(known, ([id, result]) => plannedResult(input, id, result)),
    attachments: cases.flatMap(({ caseId }) => {
      const testCaseId = testCases.get(caseId)?.id;
      return testCaseId ? (files.get(caseId) ?? []).map((file) => ({ testCaseId, file })) : [];
    }),
    close: settings.close,
    unknownCases: cases
      .filter(({ caseId }) => !testCases.has(caseId))
      .map(({ caseId, tests: [test = ""] }) => ({ id: caseId, test, hint: input.hintFor(caseId) })),
    tests: { ...tests, stale: input.stale },
    failOn: settings.failOn,
    onUploadError: settings.onUploadError,
    progress: { passedRuns: [], sentFiles: [], attachedFiles: [] },
  };
}

function plannedResult({ testCases, statuses, userId }: PlanInput, id: string, result: CaseResult): PlannedResult {
  const testCase = testCases.get(result.caseId);
  const status = statuses.get(result.status);
  if (!testCase || !status) throw new TypeError(`no ${testCase ? `status for ${result.status}` : `test case ${id}`}`);
  return {
    testCaseId: id,
    humanId: testCase.humanId,
    title: testCase.title,
    status: result.status,
    statusId: status.id,
    statusName: status.name,
    userId,
    description: describe(result),
    flaky: result.flaky,
  };
}

function describe({ status, flaky, message, tests, testCount, durationMs }: CaseResult): string {
  const count = testCount === 1 ? (tests[0] ?? "") : `${testCount} tests, the worst counts: ${tests.join(", ")}`;
  const lines = [`${status}${flaky ? " (flaky: failed before it passed)" : ""} in ${durationMs / 1000} s: ${count}`];
  if (message) lines.push(message);
  return lines.join("\n").slice(0, maxDescriptionLength);
}
