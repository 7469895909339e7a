import type { Clock } from "../service/clock.js";
import { outcomeOf, type RunCase, type RunKey, type Service } from "../service/service.js";
import { messageOf, UploadError } from "../verdict/upload-error.js";

const maxCloses = 3;
const delayMs = 1_000;

/** What closing needs. */
export interface CloseContext {
  readonly service: Service;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Closes a run and reads it until it is closed. A run that was closed meanwhile counts as closed. A close of unknown outcome is
 * sent again only after the run was read and is still open.
 *
 * @throws {UploadError} when the run is still open, or cannot be read
 */
export async function closeRun({ service, clock, signal }: CloseContext, key: RunKey): Promise<void> {
  let failure: unknown;
  for (let close = 1; close <= maxCloses; close++) {
    signal?.throwIfAborted();
    if (close > 1) await clock.sleep(delayMs, signal);
    try {
      await service.closeRun(key);
    } catch (error) {
      failure = error;
    }
    const { status } = await service.getRun(key);
    if (status === "CLOSED") return;
    if (failure && outcomeOf(failure) === "rejected") break;
  }
  const reason = failure ? `: ${messageOf(failure)}` : ", although closing was accepted";
  throw new UploadError(`the run is still open${reason}`, {
    outcome: failure ? outcomeOf(failure) : "unknown",
    cause: failure,
  });
}

/** Names of results that mean that a test case was not tested yet (observed, and "Running" documented). */
const untested = new Set(["", "untested", "not tested", "in progress", "running", "pending"]);

/** The test cases of a run that have no result yet. */
export function untestedCases(runCases: readonly RunCase[]): RunCase[] {
  return runCases.filter(({ statusName }) => untested.has(statusName.trim().toLowerCase().replaceAll("_", " ")));
}
