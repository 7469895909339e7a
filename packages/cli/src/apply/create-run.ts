import { findRunByTitle } from "../find/find-run.js";
import type { PlannedRun } from "../plan/plan.js";
import { outcomeOf, type Run } from "../service/service.js";
import { messageOf, UploadError } from "../verdict/upload-error.js";
import type { SendContext } from "./apply-context.js";

/** The run to report into, and how it came. */
export interface RunToReport {
  readonly run: Run;
  /** `created` by this plan, or `found` because it was there before. */
  readonly how: "created" | "found";
}

/** The run that is wanted, and what was done for it before. */
export interface WantedRun {
  readonly projectId: string;
  readonly run: PlannedRun;
  /** The run of this plan, when it is known already. */
  readonly runId?: string | undefined;
  /** The title that a create was sent with before an interruption. */
  readonly creating?: string | undefined;
  /** Called before a create is sent. */
  readonly beforeCreate?: (title: string) => Promise<void>;
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
export async function createRun(context: SendContext, wanted: WantedRun): Promise<RunToReport> {
  const { projectId, run, creating } = wanted;
  const runId = run.id ?? wanted.runId;
  if (runId) return { run: await context.service.getRun({ projectId, runId }), how: run.id ? "found" : "created" };
  if (run.ifExists === "reuse" || creating) return createOrFind(context, wanted, creating ?? run.title);
  return createUnderFreeTitle(context, wanted);
}

/** Creates a run whose title was free; a run of that title that shows up afterwards is not ours. */
async function createUnderFreeTitle(context: SendContext, wanted: WantedRun): Promise<RunToReport> {
  const { projectId, run } = wanted;
  const taken = new Set<string>();
  for await (const { title } of context.service.listRuns(projectId)) taken.add(title);
  for (let number = 1; number <= maxSuffix; number++) {
    const title = number === 1 ? run.title : `${run.title} (${number})`;
    if (!taken.has(title)) {
      const found = await createOrFind(context, wanted, title);
      if (found.how === "created") return found;
    }
    if (run.ifExists === "fail") {
      throw new UploadError(`a run "${title}" exists already (--if-exists fail)`, { outcome: "rejected" });
    }
  }
  throw new UploadError(`no free title up to "${run.title} (${maxSuffix})"`, { outcome: "rejected" });
}

async function createOrFind(context: SendContext, wanted: WantedRun, title: string): Promise<RunToReport> {
  const { service, onProgress, signal } = context;
  const { projectId, run } = wanted;
  // An interrupted plan may have created its run already.
  let mayBeOurs = wanted.creating === title;
  await wanted.beforeCreate?.(title);
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted();
    try {
      const { cases, description, planId, labels } = run;
      return { run: await service.createRun({ projectId, title, description, cases, planId, labels }), how: "created" };
    } catch (cause) {
      if (isDuplicateTitle(cause)) {
        const found = await findListed(context, projectId, title);
        if (found) return { run: found, how: mayBeOurs ? "created" : "found" };
        throw new UploadError(
          `the title "${title}" is taken, but the project has no run of this name; choose another --title`,
          { outcome: mayBeOurs ? "unknown" : "rejected", cause },
        );
      }
      if (outcomeOf(cause) !== "unknown") throw cause;
      onProgress?.(`it is unknown whether the run was created; looking for "${title}"`);
      const found = await findRunByTitle(service, projectId, title);
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
async function findListed({ service, clock, signal }: SendContext, projectId: string, title: string) {
  for (const delayMs of listingDelaysMs) {
    await clock.sleep(delayMs, signal);
    const found = await findRunByTitle(service, projectId, title);
    if (found) return found;
  }
  return undefined;
}

/** By the message: the status of this response is not recorded, it may even be a 5xx. */
function isDuplicateTitle(error: unknown): boolean {
  const body = error instanceof Error && "body" in error ? error.body : undefined;
  return /title already exists/i.test(typeof body === "string" ? body : JSON.stringify(body ?? ""));
}
