import { createFailure, Failure } from "../errors/failure.js";
import { ConnectionError, TimeoutError } from "../errors/transport-errors.js";
import type { Settings } from "../options/settings.js";
import type { Credential } from "./authorize.js";
import { connectionFailure } from "./connection-failure.js";
import { timeIsUp, withDeadline } from "./deadline.js";
import { denoClient } from "./deno-client.js";
import { isRedirect, redirectTarget } from "./redirect.js";
import { type ReceivedResponse, receive, withoutBody } from "./response.js";
import type { ServiceRequest } from "./service-request.js";

/** How far an attempt has come. Its own, because one that was given up may go on in the background. */
export interface Progress {
  /** The URL that was asked last. */
  url: URL;
  isSent: boolean;
  /** The response, while its body is read. */
  response?: ReceivedResponse;
}

/** Sends once, follows redirects and reads the response, all within the time-out. */
export async function attempt(
  request: ServiceRequest,
  progress: Progress,
  { authorize }: Credential,
  settings: Settings,
): Promise<ReceivedResponse> {
  const { call, headers, body, isRepeatable, timeout, signal } = request;
  const { isTrusted } = settings;
  // Bun re-sends a PUT when a reused connection dies, whatever its headers say; this keeps it off one.
  const ownConnection = isRepeatable ? {} : { keepalive: false, ...(!settings.fetch && denoClient()) };
  const init: RequestInit = {
    method: call.method,
    headers,
    redirect: "manual",
    ...ownConnection,
    ...(body && { body }),
  };

  async function send(stopped: AbortSignal): Promise<ReceivedResponse> {
    headers.set("authorization", await authorize());
    const fetch = settings.fetch ?? globalThis.fetch;
    if (typeof fetch !== "function") {
      throw createFailure("unsent", ConnectionError, "this runtime has no fetch; pass the option fetch", {});
    }
    if (takesSignal(stopped)) init.signal = stopped;
    for (let hops = 0; ; hops++) {
      // A `fetch` of the caller's may not look at its signal, and what was given up must not be sent.
      stopped.throwIfAborted();
      const { url } = progress;
      progress.isSent = true;
      const response = await fetch(url.href, init);
      if (!isRedirect(response) && !stopped.aborted) {
        progress.response = withoutBody(response, url.href);
        return receive(response, url.href, settings.maxResponseBytes, stopped);
      }
      response.body?.cancel?.().catch(() => {});
      stopped.throwIfAborted();
      progress.url = redirectTarget(response, { method: call.method, from: url, hops, isTrusted });
    }
  }

  try {
    return await withDeadline(timeout, signal, send);
  } catch (thrown) {
    // An unsuccessful status tells what happened, even if its body never ends.
    if (thrown === timeIsUp && progress.response?.ok === false) return progress.response;
    throw thrown;
  }
}

const signalClasses = new Map<unknown, boolean>();

/** Tells whether the runtime's `fetch` takes a signal: in a test environment such as jsdom, signals are of another kind. */
function takesSignal(signal: AbortSignal): boolean {
  const Signal = signal.constructor;
  if (!signalClasses.has(Signal)) {
    try {
      signalClasses.set(Signal, !globalThis.Request || !!new Request("https://localhost", { signal }));
    } catch {
      signalClasses.set(Signal, false);
    }
  }
  return signalClasses.get(Signal) === true;
}

/** Returns the failure that was thrown. What is none of ours proves nothing once `fetch` was called. */
export function toFailure(thrown: unknown, { url, isSent }: Progress, timeoutMs: number): Failure {
  if (thrown instanceof Failure) return thrown;
  if (thrown !== timeIsUp) return connectionFailure(thrown, url, isSent);
  return createFailure(isSent ? "failed" : "unsent", TimeoutError, `no response in ${Math.round(timeoutMs)} ms`, {});
}
