import { TimeoutError } from "../errors/transport-errors.js";
import { sleep } from "../transport/deadline.js";

/** Options of functions that wait for the service. */
export interface WaitOptions {
  /** Cancels the wait, which rejects at once with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /**
   * The maximum wait in milliseconds, after which the function throws a `TimeoutError`.
   *
   * @default 300000
   */
  readonly timeout?: number | undefined;
  /**
   * The wait between two requests, in milliseconds.
   *
   * @default 2000
   */
  readonly interval?: number | undefined;
}

interface PolledCall {
  readonly operation: string;
  readonly path: string;
  /** The condition that the call waits for, as worded in the error. */
  readonly wanted: string;
}

/** Reads repeatedly until the result is done. */
export async function poll<Result>(
  { operation, path, wanted }: PolledCall,
  read: () => Promise<Result>,
  isDone: (result: Result) => boolean,
  { signal, timeout = 300_000, interval = 2_000 }: WaitOptions = {},
): Promise<Result> {
  const endsAt = performance.now() + timeout;
  for (let attempts = 1; ; attempts++) {
    const result = await read();
    if (isDone(result)) return result;
    if (performance.now() + interval > endsAt) {
      const call = { operation, method: "GET", path, url: undefined };
      throw new TimeoutError(`${wanted} not in ${timeout} ms`, { ...call, attempts, outcome: "unknown" });
    }
    await sleep(interval, signal);
  }
}
