import type { PassedRun, Plan } from "../plan/plan.js";
import type { Run, Service } from "../service/service.js";

/** A source of time that tests can replace, so that they do not have to wait. */
export interface Clock {
  /** Returns the milliseconds since an arbitrary fixed point. */
  now(): number;
  /** Waits; rejects with the signal's reason when it is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The dependencies of functions that send requests to the service. */
export interface SendContext {
  readonly service: Service;
  readonly clock: Clock;
  /** Stops the work between two requests and during waits. */
  readonly signal?: AbortSignal | undefined;
  /** Called with progress messages for people. */
  readonly onProgress?: ((message: string) => void) | undefined;
}

/** Everything needed to apply a plan. */
export interface ApplyContext extends SendContext {
  readonly plan: Plan;
  /** What was done so far, which is reported even if the work fails. */
  readonly progress: Progress;
  /** Folders that attached files must be in. */
  readonly attachmentRoots: readonly string[];
}

/** The run that takes the results, once it is known, and those of earlier titles that could not. */
export interface Progress {
  run?: Run;
  /** True once something may have been written. */
  hasWritten?: boolean;
  readonly passedRuns: PassedRun[];
}
