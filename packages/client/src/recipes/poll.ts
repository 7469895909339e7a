import { TimeoutError } from "../errors/transport-errors.js";
import type { OperationMethods } from "../generated/operations.js";
import { routes } from "../generated/routes.js";
import { callOf, type OperationRoute } from "../operations/operation-route.js";
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

/**
 * Reads repeatedly until the result is done.
 *
 * @param wanted the condition, as worded in the error
 */
export async function poll<Result>(
  operation: keyof OperationMethods,
  wanted: string,
  read: () => Promise<Result>,
  isDone: (result: Result) => boolean,
  { signal, timeout = 300_000, interval = 2_000 }: WaitOptions = {},
): Promise<Result> {
  const endsAt = performance.now() + timeout;
  for (let attempts = 1; ; attempts++) {
    const result = await read();
    if (isDone(result)) return result;
    if (performance.now() + interval > endsAt) {
      const call = callOf(operation, routes[operation] as OperationRoute);
      throw new TimeoutError(`${wanted} not in ${timeout} ms`, {
        ...call,
        url: undefined,
        attempts,
        outcome: "unknown",
      });
    }
    await sleep(interval, signal);
  }
}
