import { randomUUID } from "node:crypto";
import { dirname, join, relative, resolve } from "node:path";
import { messageOf, readOnly } from "../../errors/upload-error.js";
import { UsageError } from "../../errors/usage-error.js";
import type { Plan } from "../../plan/plan.js";
import { createPlanFile, preparePlanFolder } from "../../plan/plan-file.js";
import { type JudgeInput, judgeReports, planReport, type ReportInput } from "../../plan/plan-report.js";
import { findReports, reportStates } from "../../read/find-reports.js";
import { apiKeyOf } from "../../settings/api-key.js";
import { ciBuild } from "../../settings/ci.js";
import { type SettingName, type Settings, settingDefinitions } from "../../settings/definitions.js";
import { runTitle } from "../../settings/run-title.js";
import { plainText } from "../../text/plain-text.js";
import { announcePlan } from "../../verdict/github.js";
import { reportOutcome } from "../../verdict/report-outcome.js";
import { type Upload, verdictOf } from "../../verdict/verdict.js";
import type { CommandIo } from "../command-io.js";
import { connect, inTime, missingKeyMessage } from "../connect.js";
import { startProgress } from "../progress.js";
import { runTestCommand } from "../run-test-command.js";
import type { Verb, VerbCall } from "../verb.js";
import { finish } from "./finish.js";
import { finishPlan } from "./finish-plan.js";

/** `testsigma-tms report`: runs the test command, if there is one, and reports its results, even if it failed. */
export const reportVerb: Verb = {
  usage: "report <globs...>",
  description:
    "report test results: JUnit XML or CTRF JSON; paths, folders or patterns (! before one excludes files). A command after -- is run first, and writes them",
  // All of them; the order is that of help.
  settings: Object.keys(settingDefinitions) as SettingName[],
  examples: [
    "report junit.xml --project DEMO",
    "report 'results/**/*.xml' --project DEMO -- npx vitest run   # runs the tests, reports also when they fail",
    "report junit.xml --project DEMO --cases all                  # in each of several shards: they share one run",
    "report junit.xml --project DEMO --dry-run",
  ],
  // The test command may take as long as it needs, so this verb bounds the rest by itself.
  isBounded: false,
  run: report,
};

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
  const changedSince = hasCommand ? await reportStates(patterns, io.cwd) : new Map();
  const commandExitCode = hasCommand ? await runTestCommand(testCommand, io) : undefined;
  io.signal.throwIfAborted();
  try {
    const found = await findReports(patterns, { cwd: io.cwd, changedSince });
    const input = { ...found, settings, title, build, commandExitCode, cwd: io.cwd, apiKey: apiKeyOf(io) };
    return await inTime(io, settings.timeout, (bounded) => reportTests(input, planPath, bounded));
  } catch (error) {
    if (!commandExitCode || io.signal.aborted) throw error;
    io.writeError(`\nthe results were NOT reported: ${plainText(messageOf(error))}\n`);
    return commandExitCode;
  }
}

async function reportTests(input: Omit<ReportInput, "service">, planPath: string, io: CommandIo): Promise<number> {
  const { settings, reports, commandExitCode } = input;
  if (!apiKeyOf(io)) return judge(input, { kind: "skipped" }, io);
  const service = connect(io, settings);
  let plan: Plan;
  const progress = await startProgress(io);
  try {
    plan = await readOnly(() => planReport({ ...input, service, onProgress: progress.show }));
  } catch (error) {
    if (io.signal.aborted && !io.deadline?.aborted) throw error;
    progress.stop();
    return judge(input, { kind: "failed", error }, io);
  } finally {
    progress.stop();
  }
  if (settings.dryRun) {
    const upload = { kind: "dry-run" } as const;
    const verdict = verdictOf({ ...settings, tests: plan.tests, upload, commandExitCode });
    return finish(reportOutcome({ plan, upload, verdict }), settings, io);
  }
  const planFile = await createPlanFile(planPath, plan);
  await announcePlan(io.environment, relative(io.cwd, planPath));
  const folders = [...reports.map(dirname), settings.attachmentsRoot ?? "."];
  const attachmentRoots = [...new Set([".", ...folders].map((folder) => resolve(io.cwd, folder)))];
  return finishPlan(planFile, { service, io, settings, attachmentRoots, commandExitCode });
}

/** Judges the tests when nothing is recorded. */
async function judge(input: JudgeInput, upload: Upload, io: CommandIo): Promise<number> {
  const { settings, commandExitCode } = input;
  const tests = await judgeReports(input);
  const verdict = verdictOf({ ...settings, tests, upload, commandExitCode });
  return finish(reportOutcome({ tests, upload, verdict }), settings, io);
}

function newPlanPath({ planFile }: Settings, { cwd }: CommandIo): string {
  if (planFile) return resolve(cwd, planFile);
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  // Not the id of the process: in containers that share a folder, it is often the same.
  return join(cwd, ".testsigma-tms", `${stamp}-${randomUUID().slice(0, 8)}.plan.json`);
}
