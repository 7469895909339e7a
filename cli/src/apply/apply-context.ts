import type { TestsigmaClient } from "@testsigma-tms/client";
import type { Plan } from "../plan/plan.js";

/** A source of time that tests can replace, so that they do not have to wait. */
export interface Clock {
  /** Returns the milliseconds since an arbitrary fixed point. */
  now(): number;
  /** Waits; rejects with the signal's reason when it is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The dependencies of functions that send requests to the service. */
export interface SendContext {
  readonly client: TestsigmaClient;
  readonly clock: Clock;
  /** Stops the work between two requests and during waits. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((message: string) => void) | undefined;
}

export interface ApplyContext extends SendContext {
  readonly plan: Plan;
  readonly applied: Applied;
  readonly cwd: string;
}

/** The part of a report's outcome that applying its plan fills in, step by step, so that it is there even if one fails. */
export type Applied = ReturnType<typeof unapplied>;

/** Returns the outcome of a plan of which nothing is applied. */
export function unapplied({ namedRun, newRun, results }: Plan) {
  return {
    run: {
      id: namedRun?.id ?? null,
      human_id: null as string | null,
      title: namedRun?.title ?? newRun.title,
      /** Whether the run already existed. */
      was_found: false,
      /** Runs of the title that could not take the results. */
      passed_runs: [] as { title: string; reason: string }[],
      is_closed: false,
      /** The reason why the run is open, in words. */
      open_reason: null as string | null,
    },
    cases: {
      planned: results.length,
      recorded: 0,
      /** Number of results that had to be written; the others were already there. */
      written: 0,
      /** Number of results that were accepted but could not be read back, because the list of the run ends early. */
      unverified: 0,
    },
    not_recorded: [] as { case: string; reason: string }[],
    /** Test cases for which another job recorded a different result, and the result that is kept. */
    conflicts: [] as { case: string; ours: string; theirs: string; stands: string }[],
    /** Files that were not attached. They do not keep the run open, because attachments were never seen working. */
    not_attached: [] as { file: string; reason: string }[],
    /** Whether the same report again may record more. */
    can_continue: false,
    /** Whether everything was recorded, but closing the run failed. */
    close_failed: false,
    /** Whether something may have been written. */
    has_written: false,
  };
}
