import type { AttemptNotice } from "../options/options.js";
import { readOptions, wholeNumberFrom } from "../options/rules.js";
import { sleep } from "../transport/deadline.js";

/** Options of `pace`. */
export interface PaceOptions {
  /** The maximum number of requests that any second contains. The service allows about 10 (observed). */
  readonly perSecond: number;
}

const windowMs = 1000;

/**
 * Creates a function for the option `beforeAttempt`, which keeps all calls of a client below a rate: so many requests
 * are sent at once, then it waits until a second has passed.
 *
 * @example
 * const testsigma = createClient({ beforeAttempt: pace({ perSecond: 8 }) });
 *
 * @throws {TypeError} naming the option that is unknown or invalid
 */
export function pace(options: PaceOptions): (attempt?: Pick<AttemptNotice, "signal">) => Promise<void> {
  const atLeastOne = wholeNumberFrom(1);
  const { perSecond } = readOptions(options, { perSecond: atLeastOne }, fail);
  if (perSecond === undefined) fail(`option perSecond: ${atLeastOne(perSecond)}`);
  /** The times at which the last requests are sent, oldest first. */
  const times: number[] = [];

  return async (attempt) => {
    const oldest = times.length < perSecond ? -Infinity : (times.shift() ?? -Infinity);
    const start = Math.max(performance.now(), oldest + windowMs);
    times.push(start);
    // A timer may fire up to a millisecond early.
    for (let waitMs = start - performance.now(); waitMs > 0; waitMs = start - performance.now()) {
      await sleep(waitMs, attempt?.signal);
    }
  };
}

function fail(mistake: string): never {
  throw new TypeError(`pace: ${mistake}`);
}
