import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { type JunitImport, outcomeOf, type RunKey } from "../service/service.js";
import { messageOf } from "../verdict/upload-error.js";
import type { ApplyContext } from "./apply-context.js";

/** A report that was not imported, or only in part. */
export interface NotImported {
  readonly report: string;
  readonly reason: string;
}

const pollMs = 2_000;
const maxPollMs = 5 * 60_000;

/** Hands the reports to the service's own import and waits until it has finished. A report is never handed over twice. */
export async function importReports(context: ApplyContext, key: RunKey): Promise<NotImported[]> {
  const notImported: NotImported[] = [];
  for (const report of context.planFile.plan.imports) {
    context.signal?.throwIfAborted();
    try {
      const importId = await startImport(context, key, report);
      const reason = problemOf(await finishedImport(context, key.projectId, importId));
      if (reason) notImported.push({ report, reason });
    } catch (error) {
      context.signal?.throwIfAborted();
      notImported.push({ report, reason: messageOf(error) });
    }
  }
  return notImported;
}

/** Starts an import, or finds the one that was started before an interruption. */
async function startImport({ service, planFile, onProgress }: ApplyContext, key: RunKey, report: string) {
  const { imports } = planFile.plan.progress;
  const started = imports[report];
  if (started) return started;
  if (started === null)
    throw new Error("it is unknown whether it was imported before the interruption; look at the run");
  onProgress?.(`importing ${report}`);
  const content = new Blob([await readFile(report)], { type: "application/xml" });
  await planFile.save({ imports: { ...imports, [report]: null } });
  try {
    const { id } = await service.importJunit(key, { name: basename(report), content });
    await planFile.save({ imports: { ...imports, [report]: id } });
    return id;
  } catch (error) {
    if (outcomeOf(error) !== "unknown") await planFile.save({ imports });
    throw error;
  }
}

async function finishedImport(
  { service, clock, signal }: ApplyContext,
  projectId: string,
  importId: string,
): Promise<JunitImport> {
  const start = clock.now();
  for (;;) {
    const state = await service.getJunitImport(projectId, importId);
    const isRunning = state.status === "pending" || state.status === "in_progress";
    if (!isRunning || clock.now() - start > maxPollMs) return state;
    await clock.sleep(pollMs, signal);
  }
}

function problemOf({ status, failedCount, errors }: JunitImport): string | undefined {
  if (status === "completed" && failedCount === 0) return undefined;
  const count = failedCount > 0 ? `, ${failedCount} not imported` : "";
  return `the import is ${status}${count}${errors.length > 0 ? `: ${errors.slice(0, 5).join("; ")}` : ""}`;
}
