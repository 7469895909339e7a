import { relative } from "node:path";
import { applyPlan } from "../../apply/apply-plan.js";
import type { PlanFile } from "../../plan/plan-file.js";
import type { Service } from "../../service/service.js";
import type { Settings } from "../../settings/definitions.js";
import { reportOutcome } from "../../verdict/report-outcome.js";
import { type Upload, verdictOf } from "../../verdict/verdict.js";
import type { CommandIo } from "../command-io.js";
import { startProgress } from "../progress.js";
import { finish } from "./finish.js";

/** What finishing a plan needs. */
export interface FinishPlanOptions {
  readonly service: Service;
  readonly io: CommandIo;
  readonly output: Pick<Settings, "json" | "summary">;
  /** The plan file is kept when all is done. */
  readonly keepPlan: boolean;
  readonly commandExitCode?: number;
}

/** Applies a plan and says what came out. What could not be finished stays in the plan file, for `testsigma-tms resume`. */
export async function finishPlan(planFile: PlanFile, options: FinishPlanOptions): Promise<number> {
  const { service, io, output, keepPlan, commandExitCode } = options;
  const file = relative(io.cwd, planFile.file);
  const progress = await startProgress(io);
  let upload: Upload;
  try {
    const { clock, signal } = io;
    const applied = await applyPlan({ service, planFile, clock, signal, onProgress: progress.show });
    upload = { kind: "applied", applied };
  } catch (error) {
    if (io.signal.aborted) {
      progress.stop();
      io.writeError(`interrupted; continue with: testsigma-tms resume ${file}\n`);
      throw error;
    }
    upload = { kind: "failed", error };
  }
  progress.stop();
  const { plan } = planFile;
  const verdict = verdictOf({ ...plan, upload, commandExitCode });
  const isDone =
    upload.kind === "applied" &&
    verdictOf({ upload, tests: undefined, failOn: "never", onUploadError: "fail" }).exitCode === 0;
  if (isDone && !keepPlan) await planFile.remove();
  return finish(reportOutcome({ plan, upload, verdict, planFile: isDone ? undefined : file }), output, io);
}
