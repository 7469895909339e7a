import { relative, sep } from "node:path";
import { InputError } from "@testsigma-tms/client";
import { applyPlan } from "../../apply/apply-plan.js";
import { messageOf, UploadError } from "../../errors/upload-error.js";
import type { PlanFile } from "../../plan/plan-file.js";
import { isAboutInput, outcomeOf, type Service } from "../../service/service.js";
import type { Settings } from "../../settings/definitions.js";
import { reportOutcome } from "../../verdict/report-outcome.js";
import { type Upload, verdictOf } from "../../verdict/verdict.js";
import type { CommandIo } from "../command-io.js";
import { Interruption } from "../interruption.js";
import { startProgress } from "../progress.js";
import { finish } from "./finish.js";

/** Everything needed to finish a plan. */
export interface FinishPlanOptions {
  readonly service: Service;
  readonly io: CommandIo;
  readonly settings: Settings;
  readonly attachmentRoots: readonly string[];
  readonly commandExitCode?: number | undefined;
}

/** Applies a plan and prints what was recorded. Unfinished work stays in the plan file for `testsigma-tms resume`. */
export async function finishPlan(planFile: PlanFile, options: FinishPlanOptions): Promise<number> {
  const { service, io, settings, attachmentRoots, commandExitCode } = options;
  const resumeCommand = `npx @testsigma-tms/cli resume ${relative(io.cwd, planFile.file).replaceAll(sep, "/")}`;
  const progress = await startProgress(io);
  let upload: Upload;
  try {
    const { clock, signal } = io;
    const applied = await applyPlan({ service, planFile, attachmentRoots, clock, signal, onProgress: progress.show });
    upload = { kind: "applied", applied };
  } catch (error) {
    if (io.signal.reason instanceof Interruption) {
      io.writeError(`interrupted; continue with: ${resumeCommand}\n`);
      throw error;
    }
    upload = { kind: "failed", error: truthful(error, planFile) };
  } finally {
    progress.stop();
  }
  const { plan } = planFile;
  const verdict = verdictOf({ ...plan, upload, commandExitCode });
  const canResume = mayHelp(upload);
  // A plan file that was named is kept.
  if (!canResume && settings.planFile === undefined) await planFile.remove();
  if (planFile.problem) io.writeError(`the plan ${planFile.file} could not be kept: ${planFile.problem}\n`);
  const resume = canResume ? resumeCommand : undefined;
  const file = canResume ? relative(io.cwd, planFile.file) : undefined;
  return finish(reportOutcome({ plan, upload, verdict, planFile: file, resumeCommand: resume }), settings, io);
}

/**
 * Corrects the outcome of an error, which is only about its own request. If that was not sent but a run was created
 * before, something was written.
 */
function truthful(error: unknown, { plan }: PlanFile): unknown {
  if (error instanceof InputError) return new UploadError(messageOf(error), { outcome: "rejected", cause: error });
  const wasCreated = Boolean(plan.progress.runId) && plan.run.id === undefined;
  if (!wasCreated || outcomeOf(error) !== "not-sent") return error;
  return new UploadError(messageOf(error), { outcome: "unknown", cause: error });
}

/** Returns whether `resume` may make further progress. */
function mayHelp(upload: Upload): boolean {
  if (upload.kind === "failed") {
    const isDecided = upload.error instanceof UploadError && upload.error.outcome === "rejected";
    return !isDecided && !isAboutInput(upload.error);
  }
  if (upload.kind !== "applied") return false;
  const { notRecorded, closeFailed } = upload.applied;
  return closeFailed || notRecorded.some(({ isFinal }) => !isFinal);
}
