import type { PlannedRun } from "../plan/plan.js";

/** Maximum number of runs with one title; more than any build has jobs. */
const maxRuns = 50;

/**
 * Yields the titles of the runs that the results of a build may go to, in order: the title itself; in a later attempt
 * `<title> (attempt 2)`; then the same with a number. A repeated report tries the same titles, so it finds its run.
 */
export function* runTitles({ title, attempt = 1 }: Pick<PlannedRun, "title" | "attempt">): Generator<string, void> {
  yield title;
  const base = attempt > 1 ? `${title} (attempt ${attempt})` : title;
  if (attempt > 1) yield base;
  for (let number = 2; number <= maxRuns; number++) yield `${base} (${number})`;
}

/** Returns whether `runTitles` can yield a run's title, in any attempt. */
export function isTitleOf(title: string, runTitle: string): boolean {
  return runTitle.startsWith(title) && /^(?: \(attempt \d+\))?(?: \(\d+\))?$/.test(runTitle.slice(title.length));
}
