import type { PlannedRun } from "../plan/plan.js";

/** More runs of one title than any build has jobs. */
const maxRuns = 50;

/**
 * The titles that the results of a build may go to, in order: the title itself; in a later attempt `<title> (attempt 2)`; then
 * the same with a number. A repeated report asks for the same titles, and so finds its run again.
 */
export function* runTitles({ title, attempt = 1 }: Pick<PlannedRun, "title" | "attempt">): Generator<string, void> {
  yield title;
  const base = attempt > 1 ? `${title} (attempt ${attempt})` : title;
  if (attempt > 1) yield base;
  for (let number = 2; number <= maxRuns; number++) yield `${base} (${number})`;
}

/** Returns whether a run's title is one that `runTitles` gives, in whatever attempt. */
export function isTitleOf(title: string, runTitle: string): boolean {
  return runTitle.startsWith(title) && /^(?: \(attempt \d+\))?(?: \(\d+\))?$/.test(runTitle.slice(title.length));
}
