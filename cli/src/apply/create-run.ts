import type { TestsigmaClient } from "@testsigma-tms/client";
import { messageOf, outcomeOf, UploadError } from "../errors.js";
import { findRunByTitle, findRunsOfTitle, type Run, runOf } from "../find/find-run.js";
import type { NewRun } from "../plan/plan.js";
import type { SendContext } from "./apply-context.js";

/** The run to report into, and its origin. */
export interface RunToReport {
  readonly run: Run;
  /** `new` if it was just created, `created` if a create of unknown outcome made it, `found` if it already existed. */
  readonly origin: "new" | "created" | "found";
}

/** Maximum number of runs with one title; more than any build has jobs. */
const maxRuns = 50;
const maxCreates = 2;
const listingDelaysMs = [0, 1_000, 2_000, 4_000];

/**
 * Yields the runs that the results of a title may go to, until one of them can take the results: the run of the title,
 * then open runs `<title> (2)`, `(3)`, then the newest of them even if it is closed, because it may have the same
 * results already; then a new run of the next number. An older closed run says nothing about the results of now.
 */
export async function* runsOfTitle(context: SendContext, newRun: NewRun): AsyncGenerator<RunToReport, void, undefined> {
  const { projectId, title } = newRun;
  const first = await createRun(context, newRun);
  const isOpen = first.run.status === "ACTIVE";
  if (isOpen) yield first;
  const runs = await findRunsOfTitle(context.client, projectId, title);
  const newest = runs.at(-1);
  for (const { run } of runs) {
    const isCandidate = run.status === "ACTIVE" || run === newest?.run;
    if (isCandidate && !(isOpen && run.id === first.run.id)) yield { run, origin: "found" };
  }
  for (let number = (newest?.number ?? 1) + 1; number <= maxRuns; number++) {
    yield await createRun(context, { ...newRun, title: `${title} (${number})` });
  }
}

/**
 * Creates the run with a title or finds it, and never creates it twice. If it is unknown whether a create was executed,
 * the run is looked up by its title. If it is not there, the create is repeated once: the service rejects a title that
 * exists (observed), so the repeated create either creates the run or proves that the first one did.
 *
 * @throws {UploadError} when the run cannot be created, or when it remains unknown whether it was
 */
async function createRun(context: SendContext, newRun: NewRun): Promise<RunToReport> {
  const { client, onProgress, signal } = context;
  const { projectId, title } = newRun;
  let mayBeOurs = false;
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted();
    try {
      return { run: await sendCreate(client, newRun), origin: "new" };
    } catch (cause) {
      if (isDuplicateTitle(cause)) {
        const existing = await findListed(context, projectId, title);
        if (existing) return { run: existing, origin: mayBeOurs ? "created" : "found" };
        const message = `the service says that the title "${title}" is in use, but lists no such run; choose another --title`;
        throw new UploadError(message, { outcome: mayBeOurs ? "unknown" : "rejected", cause });
      }
      if (outcomeOf(cause) !== "unknown") throw cause;
      onProgress?.(`it is unknown whether the run was created; looking for "${title}"`);
      const created = await findRunByTitle(client, projectId, title);
      if (created) return { run: created, origin: "created" };
      if (attempt === maxCreates) {
        const message = `it is unknown whether the run "${title}" was created: ${messageOf(cause)}`;
        throw new UploadError(message, { outcome: "unknown", cause });
      }
      mayBeOurs = true;
    }
  }
}

async function sendCreate(client: TestsigmaClient, newRun: NewRun): Promise<Run> {
  const { projectId, title, description, cases, planId, labels } = newRun;
  const selection =
    cases === "all"
      ? { selection_type: "DYNAMIC" as const, static_selection_filters: [], dynamic_selection_filters: [] }
      : {
          selection_type: "STATIC" as const,
          static_selection_filters: [{ field: "id" as const, operator: "IN" as const, values: cases }],
        };
  const { data } = await client.createTestRun({
    project_id: projectId,
    title,
    description,
    status: "ACTIVE",
    ...selection,
    ...(planId && { test_plan_id: planId }),
    ...(labels.length > 0 && { label_names: labels }),
  });
  if (!data.test_run.id) throw new UploadError("the service created a run without an id", { outcome: "unknown" });
  return runOf(data.test_run);
}

/** Searches several times, because a run that was just created can be missing from the list. */
async function findListed({ client, clock, signal }: SendContext, projectId: string, title: string) {
  for (const delayMs of listingDelaysMs) {
    await clock.sleep(delayMs, signal);
    const run = await findRunByTitle(client, projectId, title);
    if (run) return run;
  }
  return undefined;
}

/** Recognizes the error by its message: the status of this response is not recorded and may even be a 5xx. */
function isDuplicateTitle(error: unknown): boolean {
  const body = error instanceof Error && "body" in error ? error.body : undefined;
  return /title already exists/i.test(typeof body === "string" ? body : JSON.stringify(body ?? ""));
}
