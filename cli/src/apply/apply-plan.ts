import { messageOf, UploadError } from "../errors.js";
import { getRun, nameRun } from "../find/find-run.js";
import { type ApplyContext, unapplied } from "./apply-context.js";
import { attachFiles } from "./attach-files.js";
import { closeRun, incompleteReason } from "./close-run.js";
import { type RunToReport, runsOfTitle } from "./create-run.js";
import { type Recorded, recordResults } from "./record-results.js";

/**
 * Creates or finds the run, records the results, verifies them by reading, attaches files and closes the run. Applying
 * the same plan again continues where it stopped; if everything was done, it changes nothing. Fills in `applied`.
 *
 * @throws {UploadError} or a client error when there is no run that the results can go to
 */
export async function applyPlan(context: ApplyContext): Promise<void> {
  const { applied, plan } = context;
  const recorded = await recordInSomeRun(context);
  const { run, counts, not_recorded, conflicts, can_continue } = recorded;
  Object.assign(applied, { not_recorded, conflicts, can_continue });
  Object.assign(applied.cases, counts);
  applied.run.is_closed = run.status !== "ACTIVE";
  if (applied.run.is_closed) return;

  const key = { project_id: plan.project.id, test_run_id: run.id };
  await attachFiles(context, key);
  applied.run.open_reason = reasonToStayOpen(context, recorded);
  if (applied.run.open_reason) return;
  try {
    await closeRun(context, key);
    applied.run.is_closed = true;
  } catch (error) {
    context.signal?.throwIfAborted();
    applied.run.open_reason = messageOf(error);
    applied.close_failed = true;
    applied.can_continue = true;
  }
}

/** Records the results in the first run of the title that can take them. */
async function recordInSomeRun(context: ApplyContext): Promise<Recorded> {
  const { plan, applied, onProgress } = context;
  for await (const { run, origin } of candidatesOf(context)) {
    const { id, human_id = null, title } = run;
    const was_found = origin === "found";
    Object.assign(applied.run, { id, human_id, title, was_found });
    applied.has_written ||= !was_found;
    onProgress?.(`${was_found ? "found" : "created"} run ${nameRun(run)}`);
    const recorded = await recordResults(context, { run, origin });
    if ("run" in recorded) return recorded;
    onProgress?.(`skipping run ${nameRun(run)}: ${recorded.leaveReason}`);
    const passed_runs = [...applied.run.passed_runs, { title, reason: recorded.leaveReason }];
    applied.run = { ...unapplied(plan).run, passed_runs };
  }
  const message = `cannot record into run "${plan.newRun.title}", nor into any numbered run after it`;
  throw new UploadError(message, { outcome: "rejected" });
}

async function* candidatesOf(context: ApplyContext): AsyncGenerator<RunToReport, void, undefined> {
  const { client, plan } = context;
  const { namedRun, newRun, project } = plan;
  if (!namedRun) return yield* runsOfTitle(context, newRun);
  yield { run: await getRun(client, { project_id: project.id, test_run_id: namedRun.id }), origin: "found" };
}

function reasonToStayOpen({ plan, applied }: ApplyContext, { run, runCases }: Recorded): string | null {
  if (plan.close === "never") return "--close never";
  if (applied.not_recorded.length > 0) return "not everything is recorded";
  if (plan.close === "always") return null;
  // Without its whole list, a run is known to be complete only if it contains nothing beyond the recorded results.
  if (!runCases.isWhole && run.test_cases_count === plan.results.length) return null;
  const reason = incompleteReason(runCases, run);
  return reason ? `${reason} (--close complete)` : null;
}
