import { messageOf, outcomeOf, UploadError } from "../errors.js";
import { getRun, type Run, type RunKey } from "../find/find-run.js";
import { count } from "../text/plain-text.js";
import type { SendContext } from "./apply-context.js";
import type { RunCase, RunCases } from "./run-cases.js";

const maxAttempts = 3;
const delayMs = 1_000;

/**
 * Closes an open run, and reads it until it is closed, unless the response to closing says so. A run that another job
 * has closed in the meantime counts as closed. After a close of unknown outcome, another one is sent only if a read
 * shows that the run is still open.
 *
 * @throws {UploadError} when the run is still open, or cannot be read
 */
export async function closeRun({ client, clock, signal }: SendContext, key: RunKey): Promise<void> {
  let status: string | undefined = "ACTIVE";
  let failure: unknown;
  for (let attempt = 1; attempt <= maxAttempts; attempt++) {
    signal?.throwIfAborted();
    if (attempt > 1) await clock.sleep(delayMs, signal);
    failure = undefined;
    try {
      if (status === "ACTIVE") {
        const { data } = await client.updateTestRun({ ...key, status: "CLOSED" });
        if (data.test_run.status === "CLOSED") return;
      }
    } catch (error) {
      failure = error;
    }
    try {
      ({ status } = await getRun(client, key));
    } catch (error) {
      status = undefined;
      failure ??= error;
    }
    if (status === "CLOSED") return;
    if (failure && outcomeOf(failure) === "rejected") break;
  }
  const state = status ? `is still ${status}` : "may be open or closed";
  const reason = failure ? messageOf(failure) : "closing was accepted, but had no effect";
  const outcome = failure ? outcomeOf(failure) : "unknown";
  throw new UploadError(`the run ${state}: ${reason}`, { outcome, cause: failure });
}

/** Status names that mean that a test case has not been tested yet (observed; "Running" is documented). */
const untested = new Set(["", "untested", "not tested", "in progress", "running", "pending"]);

export function isUntested({ statusName }: Pick<RunCase, "statusName">): boolean {
  return untested.has(statusName.trim().toLowerCase().replaceAll("_", " "));
}

/** Returns which test cases a run does not show yet, in words. Those of a new run can appear late (observed). */
export function absenceIn({ cases, isWhole }: RunCases, { test_cases_count = 0 }: Run): string | undefined {
  if (cases.size === 0) return "the run has no test cases yet";
  const absent = test_cases_count - cases.size;
  return isWhole && absent > 0 ? `the run lacks ${count(absent, "test case")}` : undefined;
}

/** Returns why a run may be incomplete, in words. */
export function incompleteReason(runCases: RunCases, run: Run): string | undefined {
  const { cases, isWhole } = runCases;
  const absence = absenceIn(runCases, run);
  if (absence) return absence;
  const untestedCases = [...cases.values()].filter(isUntested).length;
  if (untestedCases > 0) return `${untestedCases} of its ${cases.size} test cases are untested`;
  return isWhole ? undefined : "its list of test cases is incomplete, so others may be untested";
}
