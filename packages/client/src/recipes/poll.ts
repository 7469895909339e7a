import { inputError } from "../errors/input-error.js";
import { TimeoutError } from "../errors/transport-errors.js";
import type { OperationMethods } from "../generated/operations.js";
import { routes } from "../generated/routes.js";
import { callOf, type OperationRoute } from "../operations/operation-route.js";
import type { CallOptions } from "../options/call-options.js";
import { callOptionRules, milliseconds, type OptionRules } from "../options/option-rules.js";
import { readOptions } from "../options/read-options.js";
import { sleep } from "../transport/deadline.js";

/** Options of functions that wait for the service. */
export interface WaitOptions {
  /** Cancels the wait, which rejects at once with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /**
   * The maximum wait in milliseconds, after which the function throws a `TimeoutError`; 0 turns the limit off.
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

/** The rules of these options. */
const rules: OptionRules<WaitOptions> = {
  signal: callOptionRules.signal,
  timeout: milliseconds,
  interval: milliseconds,
};

/**
 * Reads repeatedly until the result is done.
 *
 * @param wanted the condition, as worded in the error
 * @param read reads within the time that is left
 */
export async function poll<Result>(
  operation: keyof OperationMethods,
  wanted: string,
  read: (options: CallOptions) => Promise<Result>,
  isDone: (result: Result) => boolean,
  options: WaitOptions,
): Promise<Result> {
  const call = callOf(operation, routes[operation] as OperationRoute);
  const {
    signal,
    timeout = 300_000,
    interval = 2_000,
  } = readOptions(options, rules, (mistake) => {
    throw inputError(mistake, call);
  });
  const endsAt = performance.now() + (timeout || Infinity);
  for (let attempts = 1; ; attempts++) {
    const result = await read({ signal, totalTimeout: timeout && Math.max(1, endsAt - performance.now()) });
    if (isDone(result)) return result;
    if (performance.now() + interval > endsAt) {
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
