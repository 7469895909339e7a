import { isAboutInput, UsageError } from "../errors.js";
import { isUuid } from "../match/case-ids.js";
import type { Run, Service } from "../service/service.js";

/** Finds a run by its exact title; `undefined` when there is none. */
export async function findRunByTitle(service: Service, projectId: string, title: string): Promise<Run | undefined> {
  return findInRuns(service, projectId, title, (run) => run.title === title);
}

/** Returns the runs with a title and with `<title> (2)`, `<title> (3)` …, in this order. */
export async function findRunsOfTitle(service: Service, projectId: string, title: string) {
  const runs: { run: Run; number: number }[] = [];
  for await (const run of listRuns(service, projectId, title)) {
    const number = numberOf(run.title, title);
    if (number > 0 && !runs.some((known) => known.run.id === run.id)) runs.push({ run, number });
  }
  return runs.sort((one, other) => one.number - other.number);
}

/** Returns 1 for the title itself, 2 for `<title> (2)`, and 0 for another title. */
function numberOf(runTitle: string, title: string): number {
  if (runTitle === title) return 1;
  const [, number = "0"] = (runTitle.startsWith(title) && /^ \((\d+)\)$/.exec(runTitle.slice(title.length))) || [];
  return Number(number);
}

/** Returns whether a run has the title of a build, in any of its attempts. */
export function isTitleOf(firstTitle: string, runTitle: string): boolean {
  const end = runTitle.slice(firstTitle.length);
  return runTitle.startsWith(firstTitle) && /^(?: \(attempt \d+\))?(?: \(\d+\))?$/.test(end);
}

/**
 * Finds a run by UUID, human id (`DEMO-R-1`) or exact title.
 *
 * @throws {UsageError} when there is none
 */
export async function findRun(service: Service, projectId: string, name: string): Promise<Run> {
  // It is not recorded whether the service accepts a human id in the path, so the list decides.
  const isId = isUuid(name) || /^\w+-R-\d+$/.test(name);
  const run =
    (isId ? await service.getRun({ projectId, runId: name }).catch(ignoreNotFound) : undefined) ??
    (await findInRuns(service, projectId, name, ({ humanId, title }) => humanId === name || title === name));
  if (!run) throw new UsageError(`no run ${name} in the project; pass its human id, UUID or exact title`);
  return run;
}

async function findInRuns(service: Service, projectId: string, search: string, isMatch: (run: Run) => boolean) {
  for await (const run of listRuns(service, projectId, search)) if (isMatch(run)) return run;
  return undefined;
}

/**
 * Yields the runs that a search finds, then the whole list: the search may be too narrow (not documented). A search
 * that the service ignores has yielded the whole list already.
 */
async function* listRuns(service: Service, projectId: string, search: string): AsyncGenerator<Run> {
  let wasFiltered = true;
  for await (const run of service.listRuns(projectId, search)) {
    yield run;
    if (!`${run.humanId} ${run.title}`.includes(search)) wasFiltered = false;
  }
  if (wasFiltered) yield* service.listRuns(projectId);
}

function ignoreNotFound(error: unknown): undefined {
  if (isAboutInput(error)) return undefined;
  throw error;
}
