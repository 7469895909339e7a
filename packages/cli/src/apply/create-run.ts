import { findRunByTitle } from "../find/find-run.js";
import { type NewRun, outcomeOf, type Run } from "../service/service.js";
import { messageOf, UploadError } from "../verdict/upload-error.js";
import type { ApplyContext } from "./apply-context.js";

/** The run to report into, and how it came. */
export interface RunToReport {
  readonly run: Run;
  /** `created` by this plan, or `found` because it was there before. */
  readonly how: "created" | "found";
}

const maxCreates = 2;
const maxSuffix = 50;
const listingDelaysMs = [0, 1_000, 2_000, 4_000];

/**
 * Creates the run, never twice. When it is unknown whether a create was executed, the run is looked for by its title; if it is
 * not there, the same title is created once more: the service rejects a title that exists (observed), so it either
 * creates the run or proves that the first request did.
 *
 * @throws {UploadError} when the run cannot be created, or it stays unknown whether it was
 */
export async function createRun(context: ApplyContext): Promise<RunToReport> {
  const { service, planFile } = context;
  const { project, run, progress } = planFile.plan;
  const key = run.id ?? progress.runId;
  if (key) {
    return {
      run: await service.getRun({ projectId: project.id, runId: key }),
      how: progress.runId ? "created" : "found",
    };
  }
  if (run.ifExists === "reuse" || progress.creating) return createOrFind(context, progress.creating ?? run.title);
  return createUnderFreeTitle(context);
}

/** Creates a run whose title was free; a run of that title that shows up afterwards is not ours. */
async function createUnderFreeTitle(context: ApplyContext): Promise<RunToReport> {
  const { run, project } = context.planFile.plan;
  const taken = new Set<string>();
  for await (const { title } of context.service.listRuns(project.id)) taken.add(title);
  for (let number = 1; number <= maxSuffix; number++) {
    const title = number === 1 ? run.title : `${run.title} (${number})`;
    if (!taken.has(title)) {
      const found = await createOrFind(context, title);
      if (found.how === "created") return found;
    }
    if (run.ifExists === "fail") {
      throw new UploadError(`a run "${title}" exists already (--if-exists fail)`, { outcome: "rejected" });
    }
  }
  throw new UploadError(`no free title up to "${run.title} (${maxSuffix})"`, { outcome: "rejected" });
}

async function createOrFind(context: ApplyContext, title: string): Promise<RunToReport> {
  const { service, planFile, onProgress } = context;
  const { project, run } = planFile.plan;
  // An interrupted plan may have created its run already.
  let mayBeOurs = planFile.plan.progress.creating === title;
  await planFile.save({ creating: title });
  for (let attempt = 1; ; attempt++) {
    context.signal?.throwIfAborted();
    try {
      return { run: await service.createRun(newRun(context, title)), how: "created" };
    } catch (cause) {
      if (isDuplicateTitle(cause)) {
        const found = await findListed(context, project.id, title);
        if (found) return { run: found, how: mayBeOurs ? "created" : "found" };
        throw new UploadError(
          `the title "${title}" is taken, but the project has no run of this name; choose another --title`,
          { outcome: mayBeOurs ? "unknown" : "rejected", cause },
        );
      }
      if (outcomeOf(cause) !== "unknown") throw cause;
      onProgress?.(`it is unknown whether the run was created; looking for "${title}"`);
      const found = await findRunByTitle(service, project.id, title);
      if (found) return { run: found, how: "created" };
      if (!run.uniqueTitles || attempt === maxCreates) {
        throw new UploadError(`it is unknown whether the run "${title}" was created: ${messageOf(cause)}`, {
          outcome: "unknown",
          cause,
        });
      }
      mayBeOurs = true;
    }
  }
}

/** A run that was created a moment ago can be missing in the list. */
async function findListed({ service, clock, signal }: ApplyContext, projectId: string, title: string) {
  for (const delayMs of listingDelaysMs) {
    await clock.sleep(delayMs, signal);
    const found = await findRunByTitle(service, projectId, title);
    if (found) return found;
  }
  return undefined;
}

function newRun({ planFile }: ApplyContext, title: string): NewRun {
  const { project, run, results } = planFile.plan;
  return {
    projectId: project.id,
    title,
    description: run.description,
    cases: run.cases === "all" ? "all" : results.map(({ testCaseId }) => testCaseId),
    planId: run.planId,
    labels: run.labels,
  };
}

/** By the message: the status of this response is not recorded, it may even be a 5xx. */
function isDuplicateTitle(error: unknown): boolean {
  const body = error instanceof Error && "body" in error ? error.body : undefined;
  return /title already exists/i.test(typeof body === "string" ? body : JSON.stringify(body ?? ""));
}
