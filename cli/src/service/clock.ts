import { setTimeout as delay } from "node:timers/promises";

/** A source of time that tests can replace, so that they do not have to wait. */
export interface Clock {
  /** Returns the milliseconds since an arbitrary fixed point. */
  now(): number;
  /** Waits; rejects with the signal's reason when it is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The clock of the machine. */
export const systemClock: Clock = {
  now: () => performance.now(),
  async sleep(ms, signal) {
    try {
      await delay(ms, undefined, signal ? { signal } : {});
    } catch (cause) {
      signal?.throwIfAborted();
      throw cause;
    }
  },
};
