import { messageOf, UploadError } from "../errors/upload-error.js";
import type { PassedRun, Plan } from "../plan/plan.js";
import type { ApplyContext } from "./apply-context.js";
import { attachFiles, type NotAttached } from "./attach-files.js";
import { closeRun, incompleteReason } from "./close-run.js";
import { createRun, type RunToReport } from "./create-run.js";
import { type Recorded, recordResults } from "./record-results.js";
import { runTitles } from "./run-titles.js";

/** Result of applying a plan, as read from the service. */
export interface Applied extends Omit<Recorded, "runCases" | "leaveReason"> {
  /** True if the run already existed. */
  readonly wasFound: boolean;
  /** Runs of earlier titles that could not hold the results. */
  readonly passedRuns: readonly PassedRun[];
  /** Files that were not attached. They do not keep the run open, because attachments were never seen working. */
  readonly notAttached: readonly NotAttached[];
  readonly isClosed: boolean;
  /** The reason why the run is open, in words. */
  readonly openReason?: string;
  /** True if closing the run failed. */
  readonly closeFailed: boolean;
}

/**
 * Creates or finds the run, records the results, verifies them by reading, attaches files and closes the run. Applying
 * the same plan again continues where it stopped; if everything was done, it changes nothing.
 *
 * @throws {UploadError} or a client error when there is no run that the results can go to
 */
export async function applyPlan(context: ApplyContext): Promise<Applied> {
  const { planFile } = context;
  const { origin, recorded } = await recordInSomeRun(context);
  const { run, runCases, leaveReason: _, ...counts } = recorded;
  const key = { projectId: planFile.plan.project.id, runId: run.id };
  const isRepeated = origin === "found" && counts.written === 0;
  const notAttached = run.status === "ACTIVE" ? await attachFiles(context, key, isRepeated) : [];
  const { passedRuns } = planFile.plan.progress;
  const applied = { run, wasFound: origin === "found", passedRuns, ...counts, notAttached };
  if (run.status !== "ACTIVE") return { ...applied, isClosed: true, closeFailed: false };

  const openReason = reasonToStayOpen(planFile.plan, recorded);
  if (openReason) return { ...applied, isClosed: false, closeFailed: false, openReason };
  try {
    await closeRun(context, key);
    return { ...applied, isClosed: true, closeFailed: false };
  } catch (error) {
    context.signal?.throwIfAborted();
    return { ...applied, isClosed: false, closeFailed: true, openReason: messageOf(error) };
  }
}

/** Records the results in the run of the first title that can hold them. */
async function recordInSomeRun(context: ApplyContext): Promise<{ origin: RunToReport["origin"]; recorded: Recorded }> {
  const { planFile, onProgress } = context;
  const { run: planned, project } = planFile.plan;
  const canTakeNext = planned.ifExists === "next" && planned.id === undefined;
  for (const title of canTakeNext ? runTitles(planned) : [planned.title]) {
    if (planFile.plan.progress.passedRuns.some((passed) => passed.title === title)) continue;
    const { run, origin } = await openRun(context, title);
    await planFile.save({ runId: run.id, humanId: run.humanId ?? null });
    onProgress?.(`${origin === "found" ? "found" : "created"} run ${run.humanId ?? run.id} "${run.title}"`);
    const key = { projectId: project.id, runId: run.id };
    const recorded = await recordResults(context, key, { origin, canTakeNext, run });
    const { leaveReason: reason } = recorded;
    if (!reason) {
      if (run.status !== "ACTIVE" && recorded.notRecorded.length > 0) throw notActive(recorded);
      return { origin, recorded };
    }
    onProgress?.(`"${title}" is passed over: ${reason}`);
    await planFile.save({ passedRuns: [{ title, reason }], creating: null, runId: null, humanId: null });
  }
  const message = `no run "${planned.title}", with whatever number, can hold the results`;
  throw new UploadError(message, { outcome: "rejected" });
}

async function openRun({ planFile, ...context }: ApplyContext, title: string): Promise<RunToReport> {
  const { project, run, progress } = planFile.plan;
  const runId = run.id ?? progress.runId;
  if (runId) {
    const found = await context.service.getRun({ projectId: project.id, runId });
    return { run: found, origin: run.id ? "found" : "created" };
  }
  return createRun(context, {
    ...{ projectId: project.id, run, title, wasSent: progress.creating === title },
    beforeCreate: () => planFile.save({ creating: title }),
  });
}

function notActive({ run, runCases, notRecorded }: Recorded): UploadError {
  const isSeen = notRecorded.some(({ result }) => runCases.isWhole || runCases.cases.has(result.testCaseId));
  const reason = isSeen
    ? " and holds other results: only an ACTIVE run can be changed. Report under another --title, or use --if-exists next"
    : ", and its list of test cases cannot be read to its end to compare its results";
  const outcome = isSeen ? "rejected" : "unknown";
  return new UploadError(`the run "${run.title}" is ${run.status}${reason}`, { outcome });
}

function reasonToStayOpen(plan: Plan, { run, runCases, notRecorded }: Recorded): string | undefined {
  if (plan.close === "never") return "--close never";
  if (notRecorded.length > 0) return "not everything is recorded";
  if (plan.close === "always") return undefined;
  // Without its whole list, a run is known to be complete only if it holds nothing beyond the recorded results.
  const reason = incompleteReason(runCases, runCases.isWhole || run.caseCount === plan.results.length);
  return reason && `${reason} (--close complete)`;
}
