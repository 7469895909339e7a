import { messageOf, UploadError } from "../errors/upload-error.js";
import { findRunByTitle } from "../find/find-run.js";
import type { PlannedRun } from "../plan/plan.js";
import { outcomeOf, type Run } from "../service/service.js";
import type { SendContext } from "./apply-context.js";

/** The run to report into, and its origin. */
export interface RunToReport {
  readonly run: Run;
  /** `new` if it was just created, `created` if this plan created it earlier, `found` if somebody else created it. */
  readonly origin: "new" | "created" | "found";
}

/** The requested run, and what was already done to create it. */
export interface WantedRun {
  readonly projectId: string;
  readonly run: Pick<PlannedRun, "description" | "ifExists" | "uniqueTitles" | "cases" | "planId" | "labels">;
  readonly title: string;
  /** True if a create with this title was sent before an interruption. */
  readonly wasSent?: boolean;
  /** Called before a create is sent. */
  readonly beforeCreate?: () => Promise<void>;
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
export async function createRun(context: SendContext, wanted: WantedRun): Promise<RunToReport> {
  const { projectId, run, title, wasSent } = wanted;
  if (run.ifExists !== "fail" || wasSent) return createOrFind(context, wanted);
  const taken = () => new UploadError(`a run "${title}" exists already (--if-exists fail)`, { outcome: "rejected" });
  if (await findRunByTitle(context.service, projectId, title)) throw taken();
  const found = await createOrFind(context, wanted);
  // The title was free a moment ago, so a run that is found now belongs to somebody else.
  if (found.origin === "found") throw taken();
  return found;
}

async function createOrFind(context: SendContext, wanted: WantedRun): Promise<RunToReport> {
  const { service, onProgress, signal } = context;
  const { projectId, run, title } = wanted;
  // An interrupted plan may have created its run already.
  let mayBeOurs = wanted.wasSent ?? false;
  await wanted.beforeCreate?.();
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted();
    try {
      const { cases, description, planId, labels } = run;
      return { run: await service.createRun({ projectId, title, description, cases, planId, labels }), origin: "new" };
    } catch (cause) {
      if (isDuplicateTitle(cause)) {
        const found = await findListed(context, projectId, title);
        if (found) return { run: found, origin: mayBeOurs ? "created" : "found" };
        const message = `the title "${title}" is taken, but the project has no run of this name; choose another --title`;
        throw new UploadError(message, { outcome: mayBeOurs ? "unknown" : "rejected", cause });
      }
      if (outcomeOf(cause) !== "unknown") throw cause;
      onProgress?.(`it is unknown whether the run was created; looking for "${title}"`);
      const found = await findRunByTitle(service, projectId, title);
      if (found) return { run: found, origin: "created" };
      if (!run.uniqueTitles || attempt === maxCreates) {
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
    const found = await findRunByTitle(service, projectId, title);
    if (found) return found;
  }
  return undefined;
}

/** Recognizes the error by its message: the status of this response is not recorded and may even be a 5xx. */
function isDuplicateTitle(error: unknown): boolean {
  const body = error instanceof Error && "body" in error ? error.body : undefined;
  return /title already exists/i.test(typeof body === "string" ? body : JSON.stringify(body ?? ""));
}
