import { type Clock, systemClock } from "./clock.js";

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** The service allows about 10 requests a second (observed); this leaves room for others that use the same key. */
export const requestsPerSecond = 8;

/** Spaces requests evenly, so that no second holds more than `perSecond` of them. */
export function pacedFetch(
  fetch: Fetch = (url, init) => globalThis.fetch(url, init),
  { perSecond = requestsPerSecond, clock = systemClock }: { perSecond?: number; clock?: Clock } = {},
): Fetch {
  const spacingMs = 1000 / perSecond;
  let next = Number.NEGATIVE_INFINITY;
  return async (url, init) => {
    const now = clock.now();
    const start = Math.max(now, next);
    next = start + spacingMs;
    if (start > now) await clock.sleep(start - now, init.signal ?? undefined);
    return fetch(url, init);
  };
}
