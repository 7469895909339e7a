/**
 * The reason that `withDeadline` rejects with when the time is up. It is not an `Error`, because creating the stack
 * would cost more than the call.
 */
export const timeIsUp = Symbol("time is up");

const abortCallbacks = new WeakMap<EventTarget, Set<() => void>>();
const callAll = ({ target }: Event) => {
  for (const callback of abortCallbacks.get(target as EventTarget) ?? []) callback();
};

/**
 * Runs a callback when a signal aborts, and returns the function that cancels this. There is one listener, however many
 * calls share the signal: Node 20 warns about more than ten.
 */
function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const callbacks = abortCallbacks.get(signal) ?? new Set();
  abortCallbacks.set(signal, callbacks.add(callback));
  signal.addEventListener("abort", callAll);
  return () => {
    callbacks.delete(callback);
    if (callbacks.size === 0) signal.removeEventListener("abort", callAll);
  };
}

/**
 * Runs a task and passes it a signal. Rejects at once when the caller's signal aborts (with its reason) or the time is
 * up, even if the task ignores its signal; leaves no timer or listener behind.
 *
 * @param timeoutMs 0 or `Infinity` for no limit
 */
export function withDeadline<Result>(
  timeoutMs: number,
  signal: AbortSignal | undefined,
  task: (stopped: AbortSignal) => Promise<Result>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const controller = new AbortController();
    const stop = (reason: unknown) => {
      cleanUp();
      reject(reason);
      // Tracing libraries write the reason as text, and a symbol would crash the process.
      controller.abort(reason === timeIsUp ? undefined : reason);
    };
    const stopListening = signal && onAbort(signal, () => stop(signal.reason));
    const timer = timeoutMs > 0 && timeoutMs < Infinity ? setTimeout(stop, timeoutMs, timeIsUp) : undefined;
    const cleanUp = () => {
      clearTimeout(timer);
      stopListening?.();
    };
    task(controller.signal).then(resolve, reject).finally(cleanUp);
  });
}

/** Waits for a time; rejects at once with the signal's reason if the signal aborts. */
export async function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await withDeadline(ms || 1, signal, () => new Promise<never>(() => {}));
  } catch (reason) {
    if (reason !== timeIsUp) throw reason;
  }
}
