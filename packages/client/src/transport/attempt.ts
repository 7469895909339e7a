import { Failure } from "../errors/failure.js";
import { ConnectionError, TimeoutError } from "../errors/transport-errors.js";
import type { Settings } from "../options/settings.js";
import { connectionFailure } from "./connection-failure.js";
import { timeIsUp, withDeadline } from "./deadline.js";
import { denoClient } from "./deno-client.js";
import { isRedirect, redirectTarget } from "./redirect.js";
import { type ReceivedResponse, receive, withoutBody } from "./response.js";
import type { ServiceRequest } from "./service-request.js";

/** The progress of one attempt. Attempts do not share it, because an abandoned one may continue in the background. */
export interface Progress {
  /** The URL of the last request. */
  url: URL;
  isSent: boolean;
  /** The response whose body is being read. */
  response?: ReceivedResponse;
}

/** Sends the request once, follows redirects and reads the response, all within the timeout. */
export async function attempt(
  { call, headers, body, isForm, isRepeatable, options }: ServiceRequest,
  timeoutMs: number,
  progress: Progress,
  authorize: () => Promise<string>,
  settings: Settings,
): Promise<ReceivedResponse> {
  const { method } = call;
  const init: RequestInit = {
    method,
    redirect: "manual",
    // Bun re-sends a PUT when a reused connection dies, regardless of its headers; this keeps it off reused connections.
    ...(!isRepeatable && { keepalive: false, ...(!settings.fetch && denoClient()) }),
    ...(body && { body }),
  };

  async function send(stopped: AbortSignal): Promise<ReceivedResponse> {
    headers.set("authorization", await authorize());
    // Other libraries send the runtime's `FormData` as the text "[object FormData]".
    if (settings.fetch && isForm && body instanceof FormData) {
      const form = new Response(body);
      headers.set("content-type", form.headers.get("content-type") as string);
      init.body = await form.arrayBuffer();
    }
    // An object, because wrappers that spread `init.headers` would lose the key with `Headers`.
    init.headers = Object.fromEntries(headers);
    const fetch = settings.fetch ?? globalThis.fetch;
    if (typeof fetch !== "function") {
      throw new Failure("unsent", ConnectionError, "this runtime has no fetch; pass the option fetch", {});
    }
    if (takesSignal(stopped)) init.signal = stopped;
    for (let hops = 0; ; hops++) {
      // The caller's `fetch` may ignore its signal, and an abandoned attempt must not send anything.
      stopped.throwIfAborted();
      const { url } = progress;
      progress.isSent = true;
      const response = await fetch(url.href, init);
      if (!isRedirect(response) && !stopped.aborted) {
        progress.response = withoutBody(response, url.href);
        return receive(response, progress.response, settings.maxResponseBytes, stopped);
      }
      response.body?.cancel?.().catch(() => {});
      progress.url = redirectTarget(response, { method, from: url, hops, isTrusted: settings.isTrusted });
    }
  }

  try {
    return await withDeadline(timeoutMs, options.signal, send);
  } catch (thrown) {
    // An unsuccessful status tells what happened, even if its body breaks off or never ends.
    if (progress.response?.ok === false) return progress.response;
    throw thrown;
  }
}

const signalClasses = new Map<unknown, boolean>();

/**
 * Tells whether the runtime's `fetch` accepts a signal: a test environment such as jsdom has its own class of signals.
 */
function takesSignal(signal: AbortSignal): boolean {
  const Signal = signal.constructor;
  if (!signalClasses.has(Signal)) {
    signalClasses.set(Signal, false);
    try {
      signalClasses.set(Signal, !globalThis.Request || !!new Request("https://localhost", { signal }));
    } catch {}
  }
  return signalClasses.get(Signal) === true;
}

/**
 * Converts anything that was thrown to a failure. An error from outside this package proves nothing once `fetch` was
 * called.
 */
export function toFailure(thrown: unknown, { url, isSent }: Progress, timeoutMs: number): Failure {
  if (thrown instanceof Failure) return thrown;
  if (thrown !== timeIsUp) return connectionFailure(thrown, url, isSent);
  return new Failure(isSent ? "failed" : "unsent", TimeoutError, `no response in ${Math.round(timeoutMs)} ms`, {});
}
