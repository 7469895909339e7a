import { messageOf, outcomeOf, UploadError } from "../errors.js";
import { findRunByTitle } from "../find/find-run.js";
import type { PlannedRun } from "../plan/plan.js";
import type { Run } from "../service/service.js";
import type { SendContext } from "./apply-context.js";

/** The run to report into, and its origin. */
export interface RunToReport {
  readonly run: Run;
  /** `new` if it was just created, `created` if a create of unknown outcome made it, `found` if it already existed. */
  readonly origin: "new" | "created" | "found";
}

export interface RequestedRun {
  readonly projectId: string;
  readonly run: Pick<PlannedRun, "description" | "cases" | "planId" | "labels">;
  readonly title: string;
}

const maxCreates = 2;
const listingDelaysMs = [0, 1_000, 2_000, 4_000];

/**
 * Creates the run with a title or finds it, and never creates it twice. If it is unknown whether a create was executed,
 * the run is looked up by its title. If it is not there, the create is repeated once: the service rejects a title that
 * exists (observed), so the repeated create either creates the run or proves that the first one did.
 *
 * @throws {UploadError} when the run cannot be created, or when it remains unknown whether it was
 */
export async function createRun(context: SendContext, requested: RequestedRun): Promise<RunToReport> {
  const { service, onProgress, signal } = context;
  const { projectId, title, run } = requested;
  let mayBeOurs = false;
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted();
    try {
      return { run: await service.createRun({ ...run, projectId, title }), origin: "new" };
    } catch (cause) {
      if (isDuplicateTitle(cause)) {
        const existing = await findListed(context, projectId, title);
        if (existing) return { run: existing, origin: mayBeOurs ? "created" : "found" };
        const message = `the service says that the title "${title}" is in use, but lists no such run; choose another --title`;
        throw new UploadError(message, { outcome: mayBeOurs ? "unknown" : "rejected", cause });
      }
      if (outcomeOf(cause) !== "unknown") throw cause;
      onProgress?.(`it is unknown whether the run was created; looking for "${title}"`);
      const created = await findRunByTitle(service, projectId, title);
      if (created) return { run: created, origin: "created" };
      if (attempt === maxCreates) {
        const message = `it is unknown whether the run "${title}" was created: ${messageOf(cause)}`;
        throw new UploadError(message, { outcome: "unknown", cause });
      }
      mayBeOurs = true;
    }
  }
}

/** Searches several times, because a run that was just created can be missing from the list. */
async function findListed({ service, clock, signal }: SendContext, projectId: string, title: string) {
  for (const delayMs of listingDelaysMs) {
    await clock.sleep(delayMs, signal);
    const run = await findRunByTitle(service, projectId, title);
    if (run) return run;
  }
  return undefined;
}

/** Recognizes the error by its message: the status of this response is not recorded and may even be a 5xx. */
function isDuplicateTitle(error: unknown): boolean {
  const body = error instanceof Error && "body" in error ? error.body : undefined;
  return /title already exists/i.test(typeof body === "string" ? body : JSON.stringify(body ?? ""));
}
