import { InputError } from "@testsigma-tms/client";
import type { Progress } from "../../apply/apply-context.js";
import { applyPlan } from "../../apply/apply-plan.js";
import { messageOf, UploadError } from "../../errors/upload-error.js";
import type { Plan } from "../../plan/plan.js";
import { isAboutInput, outcomeOf, type Service } from "../../service/service.js";
import type { Settings } from "../../settings/definitions.js";
import { type Upload, verdictOf } from "../../verdict/verdict.js";
import type { CommandIo } from "../command-io.js";
import { Interruption } from "../interruption.js";
import { startProgress } from "../progress.js";
import { endReport } from "./finish.js";

/** Everything needed to finish a plan. */
export interface FinishPlanOptions {
  readonly service: Service;
  readonly io: CommandIo;
  readonly settings: Settings;
  readonly attachmentRoots: readonly string[];
  readonly commandExitCode?: number | undefined;
}

/** Applies a plan and prints what was recorded. If something is left to do, the same command finds the run and goes on. */
export async function finishPlan(plan: Plan, options: FinishPlanOptions): Promise<number> {
  const { service, io, settings, attachmentRoots, commandExitCode } = options;
  const progress: Progress = { passedRuns: [] };
  const shown = await startProgress(io);
  let upload: Upload;
  try {
    const { clock, signal } = io;
    const onProgress = shown.show;
    const applied = await applyPlan({ service, plan, progress, attachmentRoots, clock, signal, onProgress });
    upload = { kind: "applied", applied };
  } catch (error) {
    if (io.signal.reason instanceof Interruption) {
      io.writeError("interrupted; run the same command again: it finds the run and goes on\n");
      throw error;
    }
    upload = { kind: "failed", error: truthful(error, progress) };
  } finally {
    shown.stop();
  }
  const verdict = verdictOf({ ...plan, upload, commandExitCode });
  return endReport({ plan, progress, upload, verdict, canContinue: mayHelp(upload) }, settings, io);
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
