import { closeRun, untestedCases } from "../close/close-run.js";
import type { Plan } from "../plan/plan.js";
import type { Run, RunCase, RunKey } from "../service/service.js";
import { messageOf, UploadError } from "../verdict/upload-error.js";
import type { ApplyContext } from "./apply-context.js";
import { attachFiles, type NotAttached } from "./attach-files.js";
import { createRun } from "./create-run.js";
import { importReports, type NotImported } from "./import-reports.js";
import { type NotRecorded, readRunCases, recordResults } from "./record-results.js";

/** What applying a plan came to, as read from the service. */
export interface Applied {
  readonly run: Run;
  /** The run was there before. */
  readonly wasFound: boolean;
  readonly recorded: number;
  /** How many results had to be written; 0 when the run had them all. */
  readonly written: number;
  readonly notRecorded: readonly NotRecorded[];
  readonly notImported: readonly NotImported[];
  /** Does not keep the run open: attachments were never seen working. */
  readonly notAttached: readonly NotAttached[];
  readonly isClosed: boolean;
  /** Why the run is open, in words. */
  readonly openReason?: string;
  /** The run should be closed and is not. */
  readonly closeFailed: boolean;
}

/**
 * Creates or finds the run, records the results, attaches files, verifies by reading, and closes. Applying the same plan
 * again continues where it stopped, and changes nothing when all was done.
 *
 * @throws {UploadError} or a client's error when there is no run that the results can go to
 */
export async function applyPlan(context: ApplyContext): Promise<Applied> {
  const { planFile, onProgress } = context;
  const { project, run: planned, progress } = planFile.plan;
  const { run, how } = await createRun(context, {
    projectId: project.id,
    run: planned,
    runId: progress.runId,
    creating: progress.creating,
    beforeCreate: (creating) => planFile.save({ creating }),
  });
  await planFile.save({ runId: run.id, humanId: run.humanId });
  onProgress?.(`${how} run ${run.humanId ?? run.id} "${run.title}"`);
  const key = { projectId: project.id, runId: run.id };
  const written =
    planFile.plan.mode === "junit" ? await importAll(context, key, run) : await recordAll(context, key, run);
  const { runCases, ...applied } = { run, wasFound: how === "found", ...written };
  if (run.status !== "ACTIVE") return { ...applied, isClosed: true, closeFailed: false };

  const openReason = reasonToStayOpen(planFile.plan, applied, runCases);
  if (openReason) return { ...applied, isClosed: false, closeFailed: false, openReason };
  try {
    await closeRun(context, key);
    return { ...applied, isClosed: true, closeFailed: false };
  } catch (error) {
    context.signal?.throwIfAborted();
    return { ...applied, isClosed: false, closeFailed: true, openReason: messageOf(error) };
  }
}

type Written = Pick<Applied, "recorded" | "written" | "notRecorded" | "notImported" | "notAttached"> & {
  readonly runCases: readonly RunCase[];
};

async function recordAll(context: ApplyContext, key: RunKey, run: Run): Promise<Written> {
  const recorded = await recordResults(context, key);
  if (run.status !== "ACTIVE" && recorded.notRecorded.length > 0) throw notActive(run, " and holds other results");
  const notAttached = run.status === "ACTIVE" ? await attachFiles(context, key) : [];
  return { ...recorded, notImported: [], notAttached };
}

async function importAll(context: ApplyContext, key: RunKey, run: Run): Promise<Written> {
  const { planFile } = context;
  const { imports, progress } = planFile.plan;
  const isImported = imports.every((report) => progress.imports[report]);
  if (run.status !== "ACTIVE" && !isImported) throw notActive(run, "");
  const notImported = await importReports(context, key, {
    reports: planFile.plan.imports,
    started: planFile.plan.progress.imports,
    save: (imports) => planFile.save({ imports }),
  });
  const runCases = [...(await readRunCases(context, key)).values()];
  return { recorded: 0, written: 0, notRecorded: [], notImported, notAttached: [], runCases };
}

function notActive({ title, status }: Run, found: string): UploadError {
  return new UploadError(
    `the run "${title}" is ${status}${found}: only an ACTIVE run can be changed. Report under another --title, or use --if-exists suffix`,
    { outcome: "rejected" },
  );
}

function reasonToStayOpen(
  plan: Plan,
  written: Omit<Written, "runCases">,
  runCases: readonly RunCase[],
): string | undefined {
  if (plan.close === "never") return "--close never";
  if (written.notRecorded.length + written.notImported.length > 0) return "not everything is recorded";
  const untested = plan.close === "complete" ? untestedCases(runCases).length : 0;
  return untested > 0 ? `${untested} of its ${runCases.length} test cases are untested (--close complete)` : undefined;
}
