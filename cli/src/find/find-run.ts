import type { TestsigmaClient } from "@testsigma-tms/client";
import type { TestRun } from "@testsigma-tms/client/types";
import { isAboutInput, UsageError } from "../errors.js";
import { isUuid } from "../match/case-ids.js";
import { listAll } from "./list-all.js";

/** A run, whose title is in one place. */
export interface Run extends TestRun {
  title: string;
}

export interface RunKey {
  readonly project_id: string;
  readonly test_run_id: string;
}

/** Converts a run. Its `name` is documented for reads, but the live service sends `title` (observed). */
export function runOf(run: TestRun): Run {
  return { ...run, title: run.title ?? run.name ?? "" };
}

export function nameRun({ id, human_id, title }: Run): string {
  return `${human_id ?? id} "${title}"`;
}

export async function getRun(client: TestsigmaClient, key: RunKey): Promise<Run> {
  return runOf((await client.getTestRun(key)).data.test_run);
}

export async function* listRuns(client: TestsigmaClient, projectId: string, search?: string): AsyncGenerator<Run> {
  const query = search ? { search } : {};
  for await (const run of listAll(client.listTestRuns, { project_id: projectId }, query)) yield runOf(run);
}

/** Finds a run by its exact title; `undefined` when there is none. */
export async function findRunByTitle(client: TestsigmaClient, projectId: string, title: string) {
  return findInRuns(client, projectId, title, (run) => run.title === title);
}

/** Returns the runs with a title and with `<title> (2)`, `<title> (3)` …, in this order. */
export async function findRunsOfTitle(client: TestsigmaClient, projectId: string, title: string) {
  const runs: { run: Run; number: number }[] = [];
  for await (const run of searchedRuns(client, projectId, title)) {
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
export async function findRun(client: TestsigmaClient, projectId: string, name: string): Promise<Run> {
  // It is not recorded whether the service accepts a human id in the path, so the list decides.
  const isId = isUuid(name) || /^\w+-R-\d+$/.test(name);
  const run =
    (isId ? await getRun(client, { project_id: projectId, test_run_id: name }).catch(ignoreNotFound) : undefined) ??
    (await findInRuns(client, projectId, name, ({ human_id, title }) => human_id === name || title === name));
  if (!run) throw new UsageError(`no run ${name} in the project; pass its human id, UUID or exact title`);
  return run;
}

async function findInRuns(
  client: TestsigmaClient,
  projectId: string,
  search: string,
  isMatch: (run: Run) => boolean,
): Promise<Run | undefined> {
  for await (const run of searchedRuns(client, projectId, search)) if (isMatch(run)) return run;
  return undefined;
}

/**
 * Yields the runs that a search finds, then the whole list: the search may be too narrow (not documented). A search
 * that the service ignores has yielded the whole list already.
 */
async function* searchedRuns(client: TestsigmaClient, projectId: string, search: string): AsyncGenerator<Run> {
  let wasFiltered = true;
  for await (const run of listRuns(client, projectId, search)) {
    yield run;
    if (!`${run.human_id} ${run.title}`.includes(search)) wasFiltered = false;
  }
  if (wasFiltered) yield* listRuns(client, projectId);
}

function ignoreNotFound(error: unknown): undefined {
  if (isAboutInput(error)) return undefined;
  throw error;
}
