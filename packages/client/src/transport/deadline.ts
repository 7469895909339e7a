/** The reason with which `withDeadline` rejects when the time is up; no Error, whose stack would cost more than the call. */
export const timeIsUp = Symbol();

/**
 * Runs a task that is given a signal. Rejects at once when the caller's signal aborts (with its reason) or the time is
 * up, even if the task ignores its signal; leaves no timer or listener behind.
 */
export function withDeadline<T>(
  timeoutMs: number,
  signal: AbortSignal | null | undefined,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const cleanUp = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    };
    const stop = (reason: unknown) => {
      cleanUp();
      reject(reason);
      controller.abort(reason);
    };
    const onAbort = () => stop(signal?.reason);

    if (signal?.aborted) return onAbort();
    signal?.addEventListener("abort", onAbort);
    if (timeoutMs) timer = setTimeout(stop, timeoutMs, timeIsUp);
    task(controller.signal).then(resolve, reject).finally(cleanUp);
  });
}

/** Waits; rejects at once with the signal's reason when it aborts. */
export const sleep = (ms: number, signal: AbortSignal | null | undefined) =>
  withDeadline(ms || 1, signal, () => new Promise<never>(() => {})).catch((reason) => {
    if (reason !== timeIsUp) throw reason;
  });
