import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { type JunitImport, outcomeOf, type RunKey } from "../service/service.js";
import { messageOf } from "../verdict/upload-error.js";
import type { SendContext } from "./apply-context.js";

/** A report that was not imported, or only in part. */
export interface NotImported {
  readonly report: string;
  readonly reason: string;
  /** It may have been imported. */
  readonly isUnknown: boolean;
}

const pollMs = 2_000;
const maxPollMs = 5 * 60_000;

/** What is imported, and what was imported before. */
export interface Imports {
  readonly reports: readonly string[];
  /** Id of the import by report; `null` when its request was sent and its outcome is unknown. */
  readonly started?: Readonly<Record<string, string | null>>;
  /** Called before a report is sent and after. */
  readonly save?: (started: Readonly<Record<string, string | null>>) => Promise<void>;
}

/** Hands the reports to the service's own import and waits until it has finished. A report is never handed over twice. */
export async function importReports(context: SendContext, key: RunKey, imports: Imports): Promise<NotImported[]> {
  const notImported: NotImported[] = [];
  let started = imports.started ?? {};
  const remember = async (changed: typeof started) => {
    started = changed;
    await imports.save?.(changed);
  };
  for (const report of imports.reports) {
    context.signal?.throwIfAborted();
    try {
      if (started[report] === null) throw new Error("it is unknown whether it was imported; look at the run");
      const importId = started[report] ?? (await startImport(context, key, { report, started, remember }));
      const reason = problemOf(await finishedImport(context, key.projectId, importId));
      if (reason) notImported.push({ report, reason, isUnknown: false });
    } catch (error) {
      context.signal?.throwIfAborted();
      notImported.push({ report, reason: messageOf(error), isUnknown: outcomeOf(error) === "unknown" });
    }
  }
  return notImported;
}

interface Start {
  readonly report: string;
  readonly started: Readonly<Record<string, string | null>>;
  readonly remember: (started: Readonly<Record<string, string | null>>) => Promise<void>;
}

async function startImport({ service, onProgress }: SendContext, key: RunKey, { report, started, remember }: Start) {
  onProgress?.(`importing ${report}`);
  const content = new Blob([await readFile(report)], { type: "application/xml" });
  await remember({ ...started, [report]: null });
  try {
    const { id } = await service.importJunit(key, { name: basename(report), content });
    await remember({ ...started, [report]: id });
    return id;
  } catch (error) {
    if (outcomeOf(error) !== "unknown") await remember(started);
    throw error;
  }
}

async function finishedImport(
  { service, clock, signal }: SendContext,
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

/**
 * Whether `failed_count` counts results that failed or that could not be imported is not documented, so it counts as a problem
 * only when nothing was imported.
 */
function problemOf({ status, importedCount, failedCount, errors }: JunitImport): string | undefined {
  const isEmpty = failedCount > 0 && importedCount === 0;
  if (status === "completed" && errors.length === 0 && !isEmpty) return undefined;
  const reasons = errors.length > 0 ? `: ${errors.slice(0, 5).join("; ")}` : "";
  return `the import is ${status}, ${importedCount} imported and ${failedCount} failed${reasons}`;
}
