import { existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { messageOf, readOnly } from "../../errors/upload-error.js";
import { UsageError } from "../../errors/usage-error.js";
import type { Plan } from "../../plan/plan.js";
import { createPlanFile, preparePlanFolder } from "../../plan/plan-file.js";
import { judgeReports, planReport } from "../../plan/plan-report.js";
import { type FoundReports, findReports, type ReportStates, reportStates } from "../../read/find-reports.js";
import { type CiBuild, ciBuild } from "../../settings/ci.js";
import type { Settings } from "../../settings/definitions.js";
import { runTitle } from "../../settings/run-title.js";
import { plainText } from "../../text/plain-text.js";
import { announcePlan } from "../../verdict/github.js";
import { reportOutcome } from "../../verdict/report-outcome.js";
import { type Upload, verdictOf } from "../../verdict/verdict.js";
import type { CommandIo } from "../command-io.js";
import { apiKeyOf, connect, missingKeyMessage, withDeadline } from "../connect.js";
import { startProgress } from "../progress.js";
import { runTestCommand } from "../run-test-command.js";
import { connectionSettings, newRunSettings, type Verb, type VerbCall } from "../verb.js";
import { finish } from "./finish.js";
import { finishPlan } from "./finish-plan.js";

/** `testsigma-tms report`: runs the test command, if there is one, and reports its results, even if it failed. */
export const reportVerb: Verb = {
  usage: "report <globs...>",
  description: "report test results: JUnit XML or CTRF JSON; paths, folders or patterns",
  settings: [
    ...connectionSettings,
    ...newRunSettings,
    "run",
    "onConflict",
    "user",
    "close",
    "unmatched",
    "map",
    "matchTitle",
    "repeated",
    "requireTests",
    "failOn",
    "onUploadError",
    "onMissingKey",
    "statuses",
    "attachments",
    "attachmentsRoot",
    "planFile",
    "timeout",
    "dryRun",
    "json",
    "summary",
    "verbose",
  ],
  examples: [
    "report junit.xml --project DEMO",
    "report 'results/**/*.xml' --project DEMO -- npx vitest run   # runs the tests, reports also when they fail",
    "report junit.xml --project DEMO --cases all                  # in each of several shards: they share one run",
    "report junit.xml --project DEMO --dry-run",
  ],
  run: report,
};

interface Work {
  readonly patterns: readonly string[];
  readonly settings: Settings;
  readonly io: CommandIo;
  readonly title: string;
  readonly build: CiBuild | undefined;
  readonly planPath: string;
  /** The reports that existed before the test command ran; `undefined` if there is no test command. */
  readonly before: ReportStates | undefined;
  readonly commandExitCode: number | undefined;
}

async function report({ settings, args: patterns, testCommand }: VerbCall, io: CommandIo): Promise<number> {
  // Errors that can be detected early are reported before an hour of tests, not after it.
  const hasKey = apiKeyOf(io) !== undefined;
  if (!hasKey && settings.onMissingKey === "fail") throw new UsageError(missingKeyMessage);
  const build = ciBuild(io.environment, io.ciName);
  const title = runTitle(settings.title, { build, ...io });
  const planPath = newPlanPath(settings, io);
  if (hasKey && !settings.dryRun) {
    connect(io, settings);
    await preparePlanFolder(planPath);
  }

  const hasCommand = testCommand.length > 0;
  const before = hasCommand ? await reportStates(patterns, io.cwd) : undefined;
  const commandExitCode = hasCommand ? await runTestCommand(testCommand, io) : undefined;
  io.signal.throwIfAborted();
  const deadline = withDeadline(io, settings.timeout);
  try {
    const work = { patterns, settings, io: deadline.io, title, build, planPath, before, commandExitCode };
    return await reportTests(work);
  } catch (error) {
    if (!commandExitCode || io.signal.aborted) throw error;
    io.writeError(`\nthe results were NOT reported: ${plainText(messageOf(error))}\n`);
    return commandExitCode;
  } finally {
    deadline.stop();
  }
}

async function reportTests(work: Work): Promise<number> {
  const { patterns, settings, io, before, planPath, commandExitCode } = work;
  const found = await findReports(patterns, { cwd: io.cwd, ...(before && { changedSince: before }) });
  if (!apiKeyOf(io)) return judge(work, found, { kind: "skipped" });

  let plan: Plan;
  try {
    plan = await makePlan(work, found);
  } catch (error) {
    if (io.signal.aborted && !io.deadline?.aborted) throw error;
    return judge(work, found, { kind: "failed", error });
  }
  if (settings.dryRun) {
    const upload = { kind: "dry-run" } as const;
    const verdict = verdictOf({ ...settings, tests: plan.tests, upload, commandExitCode });
    return finish(reportOutcome({ plan, upload, verdict }), settings, io);
  }
  const planFile = await createPlanFile(planPath, plan);
  await announcePlan(io.environment, relative(io.cwd, planPath));
  const service = connect(io, settings);
  const folders = [...found.reports.map(dirname), settings.attachmentsRoot ?? "."];
  const attachmentRoots = [...new Set([".", ...folders].map((folder) => resolve(io.cwd, folder)))];
  const keepPlan = settings.planFile !== undefined;
  return finishPlan(planFile, { service, io, output: settings, attachmentRoots, keepPlan, commandExitCode });
}

async function makePlan(work: Work, { reports, stale }: FoundReports): Promise<Plan> {
  const { settings, io, title, build, commandExitCode } = work;
  const service = connect(io, settings);
  const progress = await startProgress(io);
  try {
    const input = { service, settings, reports, stale, title, build, commandExitCode, cwd: io.cwd };
    return await readOnly(() => planReport({ ...input, onProgress: progress.show }));
  } finally {
    progress.stop();
  }
}

/** Judges the tests when nothing is recorded. */
async function judge(work: Work, { reports, stale }: FoundReports, upload: Upload): Promise<number> {
  const { settings, io, commandExitCode } = work;
  const tests = await judgeReports({ settings, reports, stale, commandExitCode, cwd: io.cwd });
  const verdict = verdictOf({ ...settings, tests, upload, commandExitCode });
  return finish(reportOutcome({ tests, upload, verdict }), settings, io);
}

function newPlanPath({ planFile }: Settings, { cwd }: CommandIo): string {
  if (planFile) return resolve(cwd, planFile);
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  for (let number = 1; ; number++) {
    const file = join(cwd, ".testsigma-tms", `${stamp}-${process.pid}-${number}.plan.json`);
    if (!existsSync(file)) return file;
  }
}
