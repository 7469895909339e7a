import { resolve } from "node:path";
import { readPlanFile } from "../../plan/plan-file.js";
import type { Settings } from "../../settings/definitions.js";
import { UsageError } from "../../verdict/usage-error.js";
import type { CommandIo } from "../command-io.js";
import { connect } from "../connect.js";
import { finishPlan } from "./finish-plan.js";

/** Runs `testsigma-tms resume`: continues a plan that was interrupted, against the service it was made for. */
export async function resume(file: string, settings: Settings, io: CommandIo): Promise<number> {
  const planFile = await readPlanFile(resolve(io.cwd, file));
  const { baseUrl } = planFile.plan;
  if (settings.baseUrl && baseUrl !== settings.baseUrl) {
    throw new UsageError(
      `the plan is for ${baseUrl ?? "the default host"}, not for ${settings.baseUrl}; nothing was sent`,
    );
  }
  return finishPlan(planFile, {
    service: connect(io, baseUrl),
    io,
    output: settings,
    keepPlan: Boolean(settings.planFile),
  });
}
