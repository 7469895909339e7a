import { messageOf, UploadError } from "../errors.js";
import type { Plan } from "../plan/plan.js";
import type { ApplyContext } from "./apply-context.js";
import { attachFiles, type NotAttached } from "./attach-files.js";
import { closeRun, incompleteReason } from "./close-run.js";
import type { RunToReport } from "./create-run.js";
import { type Recorded, recordResults } from "./record-results.js";
import { runsOfTitle } from "./runs-of-title.js";

/** Result of applying a plan, as read from the service. */
export interface Applied extends Omit<Recorded, "runCases" | "leaveReason"> {
  /** Whether the run already existed. */
  readonly wasFound: boolean;
  /** Files that were not attached. They do not keep the run open, because attachments were never seen working. */
  readonly notAttached: readonly NotAttached[];
  readonly isClosed: boolean;
  /** The reason why the run is open, in words. */
  readonly openReason?: string;
  readonly closeFailed: boolean;
}

/**
 * Creates or finds the run, records the results, verifies them by reading, attaches files and closes the run. Applying
 * the same plan again continues where it stopped; if everything was done, it changes nothing.
 *
 * @throws {UploadError} or a client error when there is no run that the results can go to
 */
export async function applyPlan(context: ApplyContext): Promise<Applied> {
  const { plan } = context;
  const { origin, recorded } = await recordInSomeRun(context);
  const { run, runCases, leaveReason: _, ...counts } = recorded;
  const key = { projectId: plan.project.id, runId: run.id };
  const isRepeated = origin === "found" && counts.written === 0;
  const notAttached = run.status === "ACTIVE" ? await attachFiles(context, key, isRepeated) : [];
  const applied = { run, wasFound: origin === "found", ...counts, notAttached };
  if (run.status !== "ACTIVE") return { ...applied, isClosed: true, closeFailed: false };

  const openReason = reasonToStayOpen(plan, recorded);
  if (openReason) return { ...applied, isClosed: false, closeFailed: false, openReason };
  try {
    await closeRun(context, key);
    return { ...applied, isClosed: true, closeFailed: false };
  } catch (error) {
    context.signal?.throwIfAborted();
    return { ...applied, isClosed: false, closeFailed: true, openReason: messageOf(error) };
  }
}

/** Records the results in the first run of the title that can take them. */
async function recordInSomeRun(context: ApplyContext): Promise<{ origin: RunToReport["origin"]; recorded: Recorded }> {
  const { plan, progress, onProgress } = context;
  const { run: planned, project } = plan;
  const canMove = planned.id === undefined;
  for await (const { run, origin } of candidatesOf(context)) {
    progress.run = run;
    progress.hasWritten ||= origin !== "found";
    const name = `${run.humanId ?? run.id} "${run.title}"`;
    onProgress?.(`${origin === "found" ? "found" : "created"} run ${name}`);
    const key = { projectId: project.id, runId: run.id };
    const recorded = await recordResults(context, key, { origin, canMove, run });
    const { leaveReason: reason } = recorded;
    if (!reason) {
      if (run.status !== "ACTIVE" && recorded.notRecorded.length > 0) throw notActive(recorded);
      return { origin, recorded };
    }
    onProgress?.(`skipping run ${name}: ${reason}`);
    progress.passedRuns.push({ title: run.title, reason });
    delete progress.run;
  }
  const message = `cannot record into run "${planned.title}", nor into any numbered run after it`;
  throw new UploadError(message, { outcome: "rejected" });
}

async function* candidatesOf({ plan, ...context }: ApplyContext): AsyncGenerator<RunToReport> {
  const { project, run } = plan;
  if (!run.id) return yield* runsOfTitle(context, { projectId: project.id, run, title: run.title });
  yield { run: await context.service.getRun({ projectId: project.id, runId: run.id }), origin: "found" };
}

function notActive({ run, runCases, notRecorded }: Recorded): UploadError {
  const isSeen = notRecorded.some(({ result }) => runCases.isWhole || runCases.cases.has(result.testCaseId));
  const reason = isSeen
    ? " and has other results; only an ACTIVE run can be changed. Report under another --title"
    : ", and its results cannot be compared, because its list of test cases is incomplete";
  const outcome = isSeen ? "rejected" : "unknown";
  return new UploadError(`the run "${run.title}" is ${run.status}${reason}`, { outcome });
}

function reasonToStayOpen(plan: Plan, { run, runCases, notRecorded }: Recorded): string | undefined {
  if (plan.close === "never") return "--close never";
  if (notRecorded.length > 0) return "not everything is recorded";
  if (plan.close === "always") return undefined;
  // Without its whole list, a run is known to be complete only if it contains nothing beyond the recorded results.
  const isWhole = runCases.isWhole || run.caseCount === plan.results.length;
  const reason = incompleteReason({ ...runCases, isWhole });
  return reason && `${reason} (--close complete)`;
}
