import { resolve } from "node:path";
import { UsageError } from "../../errors/usage-error.js";
import { readPlanFile } from "../../plan/plan-file.js";
import { connect } from "../connect.js";
import type { Verb } from "../verb.js";
import { finishPlan } from "./finish-plan.js";

/** `testsigma-tms resume`: continues a plan that was interrupted, against the service it was made for. */
export const resumeVerb: Verb = {
  usage: "resume <plan>",
  description: "continue a report that was interrupted",
  settings: ["baseUrl", "json", "summary", "attachmentsRoot", "timeout", "verbose"],
  examples: ["resume .testsigma-tms/20261124101500-4711-1.plan.json"],
  async run({ settings, args: [file = ""] }, io) {
    const planFile = await readPlanFile(resolve(io.cwd, file));
    const { baseUrl } = planFile.plan;
    // Somebody else may have written the plan file, so it must never decide where the key is sent.
    if ((baseUrl ?? undefined) !== settings.baseUrl) {
      const name = (url: string | undefined) => url ?? "the default host";
      throw new UsageError(
        `the plan is for ${name(baseUrl)}, not for ${name(settings.baseUrl)}: give the same --base-url or TESTSIGMA_BASE_URL as for the report; nothing was sent`,
      );
    }
    const attachmentRoots = [".", settings.attachmentsRoot ?? "."].map((folder) => resolve(io.cwd, folder));
    return finishPlan(planFile, { service: connect(io, settings), io, settings, attachmentRoots });
  },
};
