/** The reason with which `withDeadline` rejects when the time is up; no Error, whose stack would cost more than the call. */
export const timeIsUp = Symbol("time is up");

const callbacksOf = new WeakMap<EventTarget, Set<() => void>>();
const callAll = ({ target }: Event) => {
  for (const callback of callbacksOf.get(target as EventTarget) ?? []) callback();
};

/**
 * Calls back when a signal aborts; returns the function that ends that. There is one listener, however many calls share
 * the signal: Node 20 warns of more than ten.
 */
function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const callbacks = callbacksOf.get(signal) ?? new Set();
  callbacksOf.set(signal, callbacks.add(callback));
  signal.addEventListener("abort", callAll);
  return () => {
    callbacks.delete(callback);
    if (callbacks.size === 0) signal.removeEventListener("abort", callAll);
  };
}

/**
 * Runs a task that is given a signal. Rejects at once when the caller's signal aborts (with its reason) or the time is
 * up, even if the task ignores its signal; leaves no timer or listener behind.
 */
export function withDeadline<T>(
  timeoutMs: number,
  signal: AbortSignal | undefined,
  task: (stopped: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const controller = new AbortController();
    const stop = (reason: unknown) => {
      cleanUp();
      reject(reason);
      controller.abort(reason);
    };
    const stopListening = signal && onAbort(signal, () => stop(signal.reason));
    const timer = timeoutMs ? setTimeout(stop, timeoutMs, timeIsUp) : undefined;
    const cleanUp = () => {
      clearTimeout(timer);
      stopListening?.();
    };
    task(controller.signal).then(resolve, reject).finally(cleanUp);
  });
}

/** Waits; rejects at once with the signal's reason when it aborts. */
export async function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await withDeadline(ms || 1, signal, () => new Promise<never>(() => {}));
  } catch (reason) {
    if (reason !== timeIsUp) throw reason;
  }
}

/**
 * Hands a body on while it comes, with the time limit and the caller's signal; what breaks it off reaches the reader as the
 * error of the call.
 */
export function guardStream(
  body: ReadableStream<Uint8Array>,
  timeoutMs: number,
  signal: AbortSignal | undefined,
  errorOf: (thrown: unknown) => unknown,
): ReadableStream<Uint8Array> {
  let fail = (_reason: unknown) => {};
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({
    start: (controller) => {
      fail = (reason) => controller.error(reason);
    },
  });
  withDeadline(timeoutMs, signal, (stopped) => body.pipeTo(writable, { signal: stopped, preventAbort: true })).catch(
    (thrown) => fail(signal?.aborted ? signal.reason : errorOf(thrown)),
  );
  return readable;
}
