import { closeRun, untestedCases } from "../close/close-run.js";
import type { Plan } from "../plan/plan.js";
import type { Run, RunKey } from "../service/service.js";
import { messageOf, UploadError } from "../verdict/upload-error.js";
import type { ApplyContext } from "./apply-context.js";
import { attachFiles, type NotAttached } from "./attach-files.js";
import { createRun } from "./create-run.js";
import { importReports, type NotImported } from "./import-reports.js";
import { type NotRecorded, recordResults } from "./record-results.js";
import { type RunCases, readRunCases } from "./run-cases.js";

/** What applying a plan came to, as read from the service. */
export interface Applied {
  readonly run: Run;
  /** The run was there before. */
  readonly wasFound: boolean;
  readonly recorded: number;
  /** How many results had to be written; 0 when the run had them all. */
  readonly written: number;
  /** How many were accepted but could not be read back. */
  readonly unverified: number;
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

  const openReason = reasonToStayOpen(planFile.plan, run, applied, runCases);
  if (openReason) return { ...applied, isClosed: false, closeFailed: false, openReason };
  try {
    await closeRun(context, key);
    return { ...applied, isClosed: true, closeFailed: false };
  } catch (error) {
    context.signal?.throwIfAborted();
    return { ...applied, isClosed: false, closeFailed: true, openReason: messageOf(error) };
  }
}

type Written = Pick<Applied, "recorded" | "written" | "unverified" | "notRecorded" | "notImported" | "notAttached"> & {
  readonly runCases: RunCases;
};

async function recordAll(context: ApplyContext, key: RunKey, run: Run): Promise<Written> {
  const recorded = await recordResults(context, key);
  if (run.status !== "ACTIVE" && recorded.notRecorded.length > 0) {
    const isSeen = ({ result }: NotRecorded) =>
      recorded.runCases.isWhole || recorded.runCases.cases.has(result.testCaseId);
    if (recorded.notRecorded.some(isSeen)) throw notActive(run, " and holds other results");
    throw new UploadError(
      `the run "${run.title}" is ${run.status}, and its list of test cases cannot be read to its end to compare its results`,
      { outcome: "unknown" },
    );
  }
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
  const runCases = await readRunCases(context, key);
  return { recorded: 0, written: 0, unverified: 0, notRecorded: [], notImported, notAttached: [], runCases };
}

function notActive({ title, status }: Run, found: string): UploadError {
  return new UploadError(
    `the run "${title}" is ${status}${found}: only an ACTIVE run can be changed. Report under another --title, or use --if-exists suffix`,
    { outcome: "rejected" },
  );
}

function reasonToStayOpen(
  plan: Plan,
  run: Run,
  written: Omit<Written, "runCases">,
  { cases, isWhole }: RunCases,
): string | undefined {
  if (plan.close === "never") return "--close never";
  if (written.notRecorded.length + written.notImported.length > 0) return "not everything is recorded";
  if (plan.close === "always") return undefined;
  const untested = untestedCases(cases.values()).length;
  if (untested > 0) return `${untested} of its ${cases.size} test cases are untested (--close complete)`;
  // Without its whole list, a run is known to be complete only when it holds nothing but what was recorded.
  if (isWhole || run.caseCount === plan.results.length) return undefined;
  return "its list of test cases cannot be read to its end, others may be untested (--close complete)";
}
