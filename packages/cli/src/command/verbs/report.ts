import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Plan } from "../../plan/plan.js";
import { createPlanFile } from "../../plan/plan-file.js";
import { judgeReports, planReport } from "../../plan/plan-report.js";
import { findReports, type ReportTimes, reportTimes } from "../../read/find-reports.js";
import { type CiBuild, ciBuild } from "../../settings/ci.js";
import type { Settings } from "../../settings/definitions.js";
import { runTitle } from "../../settings/run-title.js";
import { reportOutcome } from "../../verdict/report-outcome.js";
import { messageOf, readOnly } from "../../verdict/upload-error.js";
import { UsageError } from "../../verdict/usage-error.js";
import { type Upload, verdictOf } from "../../verdict/verdict.js";
import type { CommandIo } from "../command-io.js";
import { apiKeyOf, connect, missingKeyMessage } from "../connect.js";
import { startProgress } from "../progress.js";
import { finish } from "./finish.js";
import { finishPlan } from "./finish-plan.js";
import { runTestCommand } from "./run-test-command.js";

interface Work {
  readonly patterns: readonly string[];
  readonly settings: Settings;
  readonly io: CommandIo;
  readonly title: string;
  readonly build: CiBuild | undefined;
  /** The reports that were there before the test command ran; absent when none is run. */
  readonly before: ReportTimes | undefined;
  readonly commandExitCode: number;
}

/** Runs `testsigma-tms report`: runs the test command, if there is one, and reports what it left, also when it failed. */
export async function report(
  patterns: readonly string[],
  testCommand: readonly string[],
  settings: Settings,
  io: CommandIo,
): Promise<number> {
  // What cannot work is said before an hour of tests, not after it.
  if (!apiKeyOf(io) && settings.onMissingKey === "fail") throw new UsageError(missingKeyMessage);
  const build = ciBuild(io.environment);
  const title = runTitle(settings.title, build, { cwd: io.cwd });

  const hasCommand = testCommand.length > 0;
  const before = hasCommand ? await reportTimes(patterns, io.cwd) : undefined;
  const commandExitCode = hasCommand ? await runTestCommand(testCommand, io) : 0;
  io.signal.throwIfAborted();
  try {
    return await reportTests({ patterns, settings, io, title, build, before, commandExitCode });
  } catch (error) {
    if (commandExitCode === 0 || io.signal.aborted) throw error;
    io.writeError(`\nthe results were NOT reported: ${messageOf(error)}\n`);
    return commandExitCode;
  }
}

async function reportTests(work: Work): Promise<number> {
  const { patterns, settings, io, before, commandExitCode } = work;
  const reports = await findReports(patterns, { cwd: io.cwd, ...(before && { changedSince: before }) });
  if (!apiKeyOf(io)) return judge(work, reports, { kind: "skipped" });

  let plan: Plan;
  try {
    plan = await makePlan(work, reports);
  } catch (error) {
    return judge(work, reports, { kind: "failed", error });
  }
  if (settings.dryRun) {
    const upload = { kind: "dry-run" } as const;
    const verdict = verdictOf({ ...settings, tests: plan.tests, upload, commandExitCode });
    return finish(reportOutcome({ plan, upload, verdict }), settings, io);
  }
  const planFile = await createPlanFile(planPath(settings, io), plan);
  const service = connect(io, settings.baseUrl);
  return finishPlan(planFile, { service, io, output: settings, keepPlan: Boolean(settings.planFile), commandExitCode });
}

async function makePlan({ settings, io, title, build }: Work, reports: readonly string[]): Promise<Plan> {
  const service = connect(io, settings.baseUrl);
  const progress = await startProgress(io);
  try {
    const input = { service, settings, reports, title, build, cwd: io.cwd, onProgress: progress.show };
    return await readOnly(() => planReport(input));
  } finally {
    progress.stop();
  }
}

/** Judges the tests when nothing is recorded. */
async function judge(
  { settings, io, commandExitCode }: Work,
  reports: readonly string[],
  upload: Upload,
): Promise<number> {
  const tests = await judgeReports(settings, reports, io.cwd);
  const verdict = verdictOf({ ...settings, tests, upload, commandExitCode });
  return finish(reportOutcome({ tests, upload, verdict }), settings, io);
}

function planPath({ planFile }: Settings, { cwd }: CommandIo): string {
  if (planFile) return resolve(cwd, planFile);
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  for (let number = 1; ; number++) {
    const file = join(cwd, ".testsigma-tms", `${stamp}-${process.pid}-${number}.plan.json`);
    if (!existsSync(file)) return file;
  }
}
