import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { InputError } from "@testsigma-tms/client";
import { type Applied, unapplied } from "../../apply/apply-context.js";
import { applyPlan } from "../../apply/apply-plan.js";
import { isAboutInput, messageOf, outcomeOf, readOnly, UploadError, UsageError } from "../../errors.js";
import type { ReportedTests } from "../../match/collect-matches.js";
import type { Plan } from "../../plan/plan.js";
import { judgeReports, planReport, type ReportInput } from "../../plan/plan-report.js";
import { findReports, reportStates } from "../../read/find-reports.js";
import { apiKeyOf } from "../../settings/api-key.js";
import { ciBuild } from "../../settings/ci.js";
import { runTitle } from "../../settings/run-title.js";
import { reportSettings, type Settings } from "../../settings/settings.js";
import { oneLine } from "../../text/plain-text.js";
import { reportOutcome } from "../../verdict/report-outcome.js";
import { type Upload, verdictOf } from "../../verdict/verdict.js";
import { type CommandIo, Interruption } from "../command-io.js";
import { bounded, connect, missingKeyMessage } from "../connect.js";
import { runTestCommand } from "../run-test-command.js";
import type { Verb, VerbCall } from "../verb.js";
import { finish } from "./finish.js";

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

/** What was reported, as far as it got. */
interface Reported {
  readonly upload: Upload;
  readonly tests?: ReportedTests;
  readonly plan?: Plan;
  readonly applied?: Applied;
}

async function report({ settings, args: patterns, testCommand }: VerbCall, io: CommandIo): Promise<number> {
  // Errors that can be detected early are reported before an hour of tests, not after it.
  const hasKey = apiKeyOf(io) !== undefined;
  if (!hasKey && settings.onUploadError === "fail") throw new UsageError(missingKeyMessage);
  const build = ciBuild(io.environment, io.ciName);
  const { title, isOfBuild } = runTitle(settings.title, { build, ...io });
  if (hasKey && !settings.dryRun) connect(io, settings);
  const hasCommand = testCommand.length > 0;
  const isPiped = patterns.includes("-");
  if (hasCommand && isPiped) throw new UsageError("- reads standard input, which belongs to the test command after --");

  const { cwd, hideKey } = io;
  const changedSince = hasCommand ? await reportStates(patterns, cwd) : new Map();
  const commandExitCode = hasCommand ? await runTestCommand(testCommand, io) : undefined;
  io.signal.throwIfAborted();
  const folder = isPiped ? await mkdtemp(join(tmpdir(), "testsigma-tms-")) : undefined;
  let reported: Reported;
  try {
    // A report is read a second time when the service fails.
    const inputFile = folder && join(folder, "report");
    if (inputFile) await pipeline(io.stdin, createWriteStream(inputFile));
    const input = {
      ...(await findReports(patterns, { cwd, changedSince })),
      settings,
      title,
      build,
      inputFile,
      cwd,
      hideKey,
    };
    reported = await bounded(io, settings.timeout, (boundedIo) => reportTests(input, boundedIo));
  } catch (error) {
    if (io.signal.aborted) throw error;
    reported = { upload: { kind: "failed", error } };
  } finally {
    if (folder) await rm(folder, { recursive: true });
  }
  const { upload, tests } = reported;
  if (io.isDebug && upload.kind === "failed" && upload.error instanceof Error) io.writeError(`${upload.error.stack}\n`);
  const verdict = verdictOf({ ...settings, counts: tests?.counts, upload, commandExitCode });
  return finish(reportOutcome({ ...reported, verdict, isOfBuild, runUrl: settings.runUrl }), settings, io);
}

/** Plans and applies. If nothing can be recorded, the tests alone are judged. */
async function reportTests(input: Omit<ReportInput, "client">, io: CommandIo): Promise<Reported> {
  const { settings } = input;
  if (!apiKeyOf(io)) return { upload: { kind: "skipped" }, tests: await judgeReports(input) };
  let plan: Plan;
  const progress = await startProgress(io);
  try {
    plan = await bounded(io, undefined, (boundedIo) => {
      const client = connect(boundedIo, settings);
      return readOnly(() => planReport({ ...input, client, onProgress: progress.show }));
    });
  } catch (error) {
    if (io.signal.aborted && !io.deadline?.aborted) throw error;
    progress.stop();
    return { upload: { kind: "failed", error }, tests: await judgeReports(input) };
  } finally {
    progress.stop();
  }
  const { tests } = plan;
  if (settings.dryRun) return { upload: { kind: "dry-run" }, tests, plan };
  const applied = unapplied(plan);
  return { upload: await record(plan, applied, settings, io), tests, plan, applied };
}

/** Applies a plan. If something is left to do, the same command finds the run and completes it. */
async function record(plan: Plan, applied: Applied, settings: Settings, io: CommandIo): Promise<Upload> {
  const client = connect(io, settings);
  const progress = await startProgress(io);
  try {
    await applyPlan({ ...io, plan, applied, client, onProgress: progress.show });
    return { kind: "applied", applied };
  } catch (error) {
    if (io.signal.reason instanceof Interruption) {
      io.writeError("interrupted; run the same command again: it finds the run and goes on\n");
      throw error;
    }
    const cause = truthful(error, applied);
    applied.can_continue = !(cause instanceof UploadError && cause.outcome === "rejected") && !isAboutInput(cause);
    return { kind: "failed", error: cause };
  } finally {
    progress.stop();
  }
}

/** Corrects the outcome of an error, which is only about its own request: something may have been written before. */
function truthful(error: unknown, { has_written }: Applied): unknown {
  if (error instanceof InputError) return new UploadError(messageOf(error), { outcome: "rejected", cause: error });
  if (!has_written || !["not-sent", "no-effect"].includes(outcomeOf(error))) return error;
  return new UploadError(messageOf(error), { outcome: "unknown", cause: error });
}

/** Starts showing progress to people: one animated line in a terminal, or one line for each message in a log. */
async function startProgress({ isTerminal, writeError, hideKey }: CommandIo) {
  if (!isTerminal) return { show: (message: string) => writeError(`${message}\n`), stop: () => undefined };
  const { default: yoctoSpinner } = await import("yocto-spinner");
  const spinner = yoctoSpinner({ text: "starting", stream: process.stderr }).start();
  return {
    show: (message: string) => {
      spinner.text = hideKey(oneLine(message));
    },
    stop: () => void spinner.stop(),
  };
}
