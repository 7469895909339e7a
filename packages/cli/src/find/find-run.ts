import { UsageError } from "../errors/usage-error.js";
import { isUuid } from "../match/case-ids.js";
import { isAboutInput, type Run, type Service } from "../service/service.js";

/** Finds a run by its exact title; `undefined` when there is none. */
export async function findRunByTitle(service: Service, projectId: string, title: string): Promise<Run | undefined> {
  return findInRuns(service, projectId, title, (run) => run.title === title);
}

/**
 * Finds a run by UUID, human id (`DEMO-R-1`) or exact title.
 *
 * @throws {UsageError} when there is none
 */
export async function findRun(service: Service, projectId: string, wanted: string): Promise<Run> {
  // It is not recorded whether the service accepts a human id in the path, so the list decides.
  const isId = isUuid(wanted) || /^\w+-R-\d+$/.test(wanted);
  const run =
    (isId ? await service.getRun({ projectId, runId: wanted }).catch(ignoreNotFound) : undefined) ??
    (await findInRuns(service, projectId, wanted, ({ humanId, title }) => humanId === wanted || title === wanted));
  if (!run) throw new UsageError(`no run ${wanted} in the project; give its human id, UUID or exact title`);
  return run;
}

/** Tries a search first, which may be ignored or too narrow (not documented), then reads the whole list. */
async function findInRuns(service: Service, projectId: string, search: string, isWanted: (run: Run) => boolean) {
  let wasFiltered = true;
  for await (const run of service.listRuns(projectId, search)) {
    if (isWanted(run)) return run;
    if (!`${run.humanId} ${run.title}`.includes(search)) wasFiltered = false;
  }
  if (!wasFiltered) return undefined;
  for await (const run of service.listRuns(projectId)) {
    if (isWanted(run)) return run;
  }
  return undefined;
}

function ignoreNotFound(error: unknown): undefined {
  if (isAboutInput(error)) return undefined;
  throw error;
}
