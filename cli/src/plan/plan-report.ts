import { dirname, resolve } from "node:path";
import { paginate, type TestsigmaClient } from "@testsigma-tms/client";
import { ReportError, UsageError } from "../errors.js";
import { findProject, findStatuses, findUser } from "../find/find-by-name.js";
import { findRun } from "../find/find-run.js";
import { findTestCases, hintForCaseId, testCasesByTitle } from "../find/find-test-cases.js";
import { arrayOf } from "../find/list-all.js";
import { collectMatches, idsOf, type Matches, type ReportedTests } from "../match/collect-matches.js";
import { readMap } from "../match/test-map.js";
import { readReports } from "../read/read-reports.js";
import type { TestResult } from "../read/test-result.js";
import type { CiBuild } from "../settings/ci.js";
import type { RunTitle } from "../settings/run-title.js";
import type { Settings } from "../settings/settings.js";
import { count } from "../text/plain-text.js";
import type { Plan, UnknownCase } from "./plan.js";
import { planResults } from "./plan-results.js";

export interface JudgeInput {
  readonly settings: Settings;
  readonly reports: readonly string[];
  /** Reports of an earlier run, which are not read. */
  readonly stale: readonly string[];
  readonly cwd: string;
  /** The file with the report of standard input. */
  readonly inputFile?: string | undefined;
  /** Hides the API key in the texts of tests, which may print the environment. */
  readonly hideKey: (text: string) => string;
}

export interface ReportInput extends JudgeInput {
  readonly client: TestsigmaClient;
  readonly title: RunTitle["title"];
  readonly build: CiBuild | undefined;
  readonly onProgress?: ((message: string) => void) | undefined;
}

/**
 * Reads and matches the reports, checks every id, status and name with the service, and makes the plan. Nothing is
 * written.
 *
 * @throws {UsageError} for a name that does not exist, or when no test names a test case of the project
 * @throws {ReportError} for a broken report, or one without tests
 */
export async function planReport(input: ReportInput): Promise<Plan> {
  const { client, settings, reports, stale, title, build, cwd, hideKey, onProgress } = input;
  onProgress?.("looking for the project");
  const [project, statuses, user] = await Promise.all([
    findProject(client, settings.project),
    arrayOf(paginate(client.listTestRunStatuses, {})),
    settings.user === undefined ? undefined : findUser(client, settings.user),
  ]);
  const [titles, namedRun] = await Promise.all([
    settings.matchTitle ? testCasesByTitle(client, project.id) : undefined,
    settings.run ? findRun(client, project.id, settings.run) : undefined,
  ]);
  const map = settings.map ? await readMap(resolve(cwd, settings.map)) : undefined;
  onProgress?.(`reading ${reports.length === 1 ? reports[0] : `${reports.length} reports`}`);
  const warnings: string[] = [];
  const rules = { prefix: project.prefix, map, titles };
  const { cases, tests } = await collectMatches(readTests(input, warnings), rules);
  checkTests(tests, reports);

  const unused = map?.unusedKeys() ?? [];
  if (unused.length > 0) warnings.push(hideKey(`${settings.map} has keys that no test has: ${shortList(unused)}`));

  onProgress?.("checking the ids of test cases");
  const testCases = await findTestCases(client, project.id, idsOf(cases), onProgress);
  const { results, unknownIds } = planResults(cases, testCases, settings.attachments);
  const unknownCases = Array.from(unknownIds, ([id, test]) => ({ id, test, hint: hintForCaseId(id, project.prefix) }));
  checkMatches(tests, unknownCases, settings);
  if (results.length === 0) throw nothingMatched(tests, unknownCases, project.prefix);

  const occurring = new Set(results.map(({ status }) => status));
  // A later attempt contains what it ran: the re-run of one failed shard closes its run.
  const isLater = (build?.attempt ?? 1) > 1;
  return {
    project,
    namedRun,
    results,
    userId: user?.id,
    folders: [...new Set(reports.map((report) => resolve(cwd, dirname(report))))],
    close: settings.close,
    unknownCases,
    newRun: {
      projectId: project.id,
      title,
      description: hideKey(descriptionOf(build, reports)),
      planId: settings.plan,
      labels: settings.label,
      cases: settings.cases === "all" && !isLater ? "all" : results.map(({ testCaseId }) => testCaseId),
    },
    statuses: findStatuses(statuses, occurring, settings.statuses),
    tests: { ...tests, stale, warnings },
  };
}

/**
 * Reads the reports without the service, to check the test results when nothing can be recorded.
 *
 * @throws {ReportError} for a broken report, or one without tests
 */
export async function judgeReports(input: JudgeInput): Promise<ReportedTests> {
  const warnings: string[] = [];
  const { tests } = await collectMatches(readTests(input, warnings), {});
  checkTests(tests, input.reports);
  return { ...tests, stale: input.stale, warnings };
}

async function* readTests({ settings, reports, cwd, inputFile, hideKey }: JudgeInput, warnings: string[]) {
  const { repeated } = settings;
  const onWarning = (message: string) => warnings.push(hideKey(message));
  for await (const test of readReports(reports, { cwd, inputFile, repeated, onWarning })) {
    const isClean = textsOf(test).every((text) => hideKey(text) === text);
    yield isClean ? test : (JSON.parse(hideKey(JSON.stringify(test))) as TestResult);
  }
}

function textsOf({ file, className, name, message = "", attachments, ...test }: TestResult): string[] {
  const properties = [...test.properties, ...test.outputProperties].flatMap(({ name, value }) => [name, value]);
  return [file, className, name, message, ...attachments, ...properties];
}

function checkTests({ counts }: Matches["tests"], reports: readonly string[]): void {
  if (counts.matched + counts.unmatched > 0) return;
  throw new ReportError(`the reports contain no tests (${shortList(reports)}); nothing was written`);
}

function checkMatches(
  { counts, unmatched }: Matches["tests"],
  unknownCases: readonly UnknownCase[],
  { unmatched: policy }: Settings,
) {
  if (policy !== "fail" || counts.unmatched + unknownCases.length === 0) return;
  const tests = unmatched.slice(0, 5).map(({ title }) => title);
  const problems = [
    ...(counts.unmatched > 0 ? [`tests that name no test case: ${counts.unmatched}, such as ${tests.join(", ")}`] : []),
    ...unknownCases.slice(0, 5).map(({ id, hint }) => `${id}: ${hint}`),
  ];
  throw new UsageError(`--unmatched fail: ${problems.join("; ")}; nothing was written`);
}

function nothingMatched(
  { counts }: Matches["tests"],
  unknownCases: readonly UnknownCase[],
  prefix: string,
): UsageError {
  const ids = unknownCases.slice(0, 5).map(({ id }) => id);
  const unknown = ids.length > 0 ? `; unknown ids: ${ids.join(", ")}` : "";
  return new UsageError(
    `none of ${count(counts.matched + counts.unmatched, "test")} names a test case of the project${unknown}. Write an id such as ${prefix}-12 into a test's name, give it a property testsigma_id, or use --map or --match-title; nothing was written`,
  );
}

function descriptionOf(build: CiBuild | undefined, reports: readonly string[]): string {
  const origin = build
    ? `Reported from ${build.name}${build.url ? `: ${build.url}` : ""}.`
    : "Reported with testsigma-tms.";
  return `${origin} Reports: ${shortList(reports)}.`;
}

function shortList(names: readonly string[]): string {
  return `${names.slice(0, 20).join(", ")}${names.length > 20 ? ", …" : ""}`;
}
