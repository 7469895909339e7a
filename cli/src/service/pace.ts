import type { Clock } from "./clock.js";

/** The service allows about 10 requests a second (observed); this leaves room for others that use the same key. */
const requestsPerSecond = 8;
const windowMs = 1_000;

/**
 * Creates a function that waits until another request may be sent, so that no second contains more than 8 of them: 8 at
 * once, then a pause.
 */
export function createPace(clock: Clock): (signal?: AbortSignal) => Promise<void> {
  /** The times at which the last requests are sent, oldest first. */
  const times: number[] = [];
  return async (signal) => {
    const now = clock.now();
    const oldest = times.length < requestsPerSecond ? undefined : times.shift();
    const start = Math.max(now, oldest === undefined ? now : oldest + windowMs);
    times.push(start);
    if (start > now) await clock.sleep(start - now, signal);
  };
}
