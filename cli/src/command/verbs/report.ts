import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { InputError } from "@testsigma-tms/client";
import type { Progress } from "../../apply/apply-context.js";
import { applyPlan } from "../../apply/apply-plan.js";
import { isAboutInput, messageOf, outcomeOf, readOnly, UploadError, UsageError } from "../../errors.js";
import type { Plan } from "../../plan/plan.js";
import { type JudgeInput, judgeReports, planReport, type ReportInput } from "../../plan/plan-report.js";
import { findReports, reportStates } from "../../read/find-reports.js";
import { apiKeyOf } from "../../settings/api-key.js";
import { ciBuild } from "../../settings/ci.js";
import { runTitle } from "../../settings/run-title.js";
import { reportSettings, type Settings } from "../../settings/settings.js";
import type { reportOutcome } from "../../verdict/report-outcome.js";
import { type Upload, verdictOf } from "../../verdict/verdict.js";
import type { CommandIo } from "../command-io.js";
import { bounded, connect, missingKeyMessage } from "../connect.js";
import { Interruption } from "../interruption.js";
import { startProgress } from "../progress.js";
import { runTestCommand } from "../run-test-command.js";
import type { Verb, VerbCall } from "../verb.js";
import { endReport } from "./finish.js";

/** `testsigma-tms report`: runs the test command, if there is one, and reports its results, even if it failed. */
export const reportVerb: Verb = {
  usage: "report <globs...>",
  summary: "record test results in a run, and close it",
  description:
    "Records the results of JUnit XML and CTRF JSON reports in a run, and closes it. Reports are paths, folders or patterns (! before one excludes files) or - for standard input. A command after -- runs first and writes the reports.",
  settings: reportSettings,
  examples: [
    "report junit.xml --project DEMO",
    "report 'results/**/*.xml' -- npx vitest run",
    "report junit.xml --cases all   # in each shard",
    "report junit.xml --dry-run",
  ],
  // The test command may take as long as it needs, so this verb bounds the rest by itself.
  isBounded: false,
  run: report,
};

type ReadInput = Omit<ReportInput, "service"> & { readonly commandExitCode: number | undefined };

async function report({ settings, args: patterns, testCommand }: VerbCall, io: CommandIo): Promise<number> {
  // Errors that can be detected early are reported before an hour of tests, not after it.
  const hasKey = apiKeyOf(io) !== undefined;
  if (!hasKey && settings.onUploadError === "fail") throw new UsageError(missingKeyMessage);
  const build = ciBuild(io.environment, io.ciName);
  const title = runTitle(settings.title, { build, ...io });
  if (hasKey && !settings.dryRun) connect(io, settings);
  const hasCommand = testCommand.length > 0;
  const isPiped = patterns.includes("-");
  if (hasCommand && isPiped) throw new UsageError("- reads standard input, which belongs to the test command after --");

  const changedSince = hasCommand ? await reportStates(patterns, io.cwd) : new Map();
  const commandExitCode = hasCommand ? await runTestCommand(testCommand, io) : undefined;
  io.signal.throwIfAborted();
  const folder = isPiped ? await mkdtemp(join(tmpdir(), "testsigma-tms-")) : undefined;
  try {
    // A report is read a second time when the service fails.
    const inputFile = folder && join(folder, "report");
    if (inputFile) await pipeline(io.stdin, createWriteStream(inputFile));
    const reportFiles = await findReports(patterns, { cwd: io.cwd, changedSince });
    const { cwd, hideKey } = io;
    const input = { ...reportFiles, settings, runTitle: title, build, commandExitCode, inputFile, cwd, hideKey };
    return await bounded(io, settings.timeout, (boundedIo) => reportTests(input, boundedIo));
  } catch (error) {
    if (io.signal.aborted) throw error;
    return await end({ settings, commandExitCode }, { upload: { kind: "failed", error } }, io);
  } finally {
    if (folder) await rm(folder, { recursive: true });
  }
}

async function reportTests(input: ReadInput, io: CommandIo): Promise<number> {
  const { settings } = input;
  if (!apiKeyOf(io)) return endWithTests(input, { kind: "skipped" }, io);
  let plan: Plan;
  const progress = await startProgress(io);
  try {
    plan = await bounded(io, undefined, (boundedIo) => {
      const service = connect(boundedIo, settings);
      return readOnly(() => planReport({ ...input, service, onProgress: progress.show }));
    });
  } catch (error) {
    if (io.signal.aborted && !io.deadline?.aborted) throw error;
    progress.stop();
    return endWithTests(input, { kind: "failed", error }, io);
  } finally {
    progress.stop();
  }
  if (settings.dryRun) return end(input, { plan, tests: plan.tests, upload: { kind: "dry-run" } }, io);
  return record(plan, input, io);
}

/** Applies a plan. If something is left to do, the same command finds the run and completes it. */
async function record(plan: Plan, { settings, reports, commandExitCode }: ReadInput, io: CommandIo): Promise<number> {
  const attachmentRoots = [...new Set([".", ...reports.map(dirname)].map((folder) => resolve(io.cwd, folder)))];
  const progress: Progress = { passedRuns: [] };
  const service = connect(io, settings);
  const shown = await startProgress(io);
  const context = { ...io, service, plan, progress, attachmentRoots, onProgress: shown.show };
  let upload: Upload;
  try {
    upload = { kind: "applied", applied: await applyPlan(context) };
  } catch (error) {
    if (io.signal.reason instanceof Interruption) {
      io.writeError("interrupted; run the same command again: it finds the run and goes on\n");
      throw error;
    }
    upload = { kind: "failed", error: truthful(error, progress) };
  } finally {
    shown.stop();
  }
  const canContinue = mayHelp(upload);
  return end({ settings, commandExitCode }, { plan, tests: plan.tests, progress, upload, canContinue }, io);
}

/** Ends with the verdict on the tests alone, because nothing is recorded. */
async function endWithTests(input: JudgeInput & Ending, upload: Upload, io: CommandIo): Promise<number> {
  return end(input, { tests: await judgeReports(input), upload }, io);
}

interface Ending {
  readonly settings: Settings;
  readonly commandExitCode: number | undefined;
}

function end(
  { settings, commandExitCode }: Ending,
  result: Omit<Parameters<typeof reportOutcome>[0], "verdict">,
  io: CommandIo,
): Promise<number> {
  const { tests, upload } = result;
  const verdict = verdictOf({ ...settings, tests, upload, commandExitCode });
  return endReport({ ...result, verdict }, settings, io);
}

/** Corrects the outcome of an error, which is only about its own request: something may have been written before. */
function truthful(error: unknown, { hasWritten }: Progress): unknown {
  if (error instanceof InputError) return new UploadError(messageOf(error), { outcome: "rejected", cause: error });
  if (!hasWritten || !["not-sent", "no-effect"].includes(outcomeOf(error))) return error;
  return new UploadError(messageOf(error), { outcome: "unknown", cause: error });
}

/** Returns whether the same report may make further progress. */
function mayHelp(upload: Upload): boolean {
  if (upload.kind === "failed") {
    const isDecided = upload.error instanceof UploadError && upload.error.outcome === "rejected";
    return !isDecided && !isAboutInput(upload.error);
  }
  if (upload.kind !== "applied") return false;
  const { notRecorded, closeFailed } = upload.applied;
  return closeFailed || notRecorded.some(({ isFinal }) => !isFinal);
}
