import { findRunsOfTitle } from "../find/find-run.js";
import type { SendContext } from "./apply-context.js";
import { createRun, type RequestedRun, type RunToReport } from "./create-run.js";

/** Maximum number of runs with one title; more than any build has jobs. */
const maxRuns = 50;

/**
 * Yields the runs that the results of a title may go to, until one of them can take the results: the run of the title,
 * then open runs `<title> (2)`, `(3)`, then the newest of them even if it is closed, because it may have the same
 * results already; then a new run of the next number. An older closed run says nothing about the results of now.
 */
export async function* runsOfTitle(
  context: SendContext,
  requested: RequestedRun,
): AsyncGenerator<RunToReport, void, undefined> {
  const { projectId, title } = requested;
  const first = await createRun(context, requested);
  const isOpen = first.run.status === "ACTIVE";
  if (isOpen) yield first;
  const runs = await findRunsOfTitle(context.service, projectId, title);
  const newest = runs.at(-1);
  for (const { run } of runs) {
    const isCandidate = run.status === "ACTIVE" || run === newest?.run;
    if (isCandidate && !(isOpen && run.id === first.run.id)) yield { run, origin: "found" };
  }
  for (let number = (newest?.number ?? 1) + 1; number <= maxRuns; number++) {
    yield await createRun(context, { ...requested, title: `${title} (${number})` });
  }
}
