import { withDeadline } from "./deadline.js";

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
