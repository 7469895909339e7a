import { Failure } from "../errors/failure.js";
import { TimeoutError } from "../errors/transport-errors.js";
import type { Settings } from "../options/settings.js";
import type { Credential } from "./authorize.js";
import { connectionFailure } from "./connection-failure.js";
import { timeIsUp, withDeadline } from "./deadline.js";
import { isRedirect, type Moves, redirectTarget, rememberMove } from "./redirect.js";
import { type ReceivedResponse, receive } from "./response.js";
import { singleUseConnection } from "./single-use-connection.js";
import type { ServiceRequest } from "./transport.js";

/** How far an attempt has come. Its own, because one that was given up may go on in the background. */
export interface Progress {
  /** The URL that was asked last. */
  url: URL;
  isSent: boolean;
}

/** Sends once, follows redirects and reads the response, all within the time-out. */
export async function attempt(
  request: ServiceRequest,
  progress: Progress,
  { authorize }: Credential,
  settings: Settings,
  moves: Moves,
): Promise<ReceivedResponse> {
  const { headers, body, isRepeatable, timeout, signal } = request;
  const { method } = request.call;
  // Bun re-sends a PUT when a reused connection dies, whatever its headers say; this keeps it off one.
  const ownConnection = isRepeatable ? undefined : { keepalive: false };
  const init: RequestInit = { method, headers, redirect: "manual", ...ownConnection, ...(body && { body }) };
  const callersFetch = request.fetch ?? settings.fetch;
  const { origin } = progress.url;

  async function send(stopped: AbortSignal): Promise<ReceivedResponse> {
    const authorization = await authorize();
    const fetch = callersFetch ?? globalThis.fetch;
    const connection = isRepeatable || callersFetch ? undefined : singleUseConnection();
    if (!isRepeatable && !connection) headers.set("connection", "close");
    for (let hops = 0; ; hops++) {
      // A `fetch` of the caller's may not look at its signal, and what was given up must not be sent.
      stopped.throwIfAborted();
      headers.set("authorization", authorization);
      progress.isSent = true;
      const { url } = progress;
      const response = await fetch(url.href, { ...init, ...connection, ...(isNative(stopped) && { signal: stopped }) });
      if (!isRedirect(response) && !stopped.aborted) return receive(response, url.href, request, settings, stopped);
      response.body?.cancel?.().catch(() => {});
      stopped.throwIfAborted();
      progress.url = redirectTarget(response, method, url, hops, settings.isTrusted);
      rememberMove(moves, response.status, url, progress.url);
    }
  }

  const target = moves.get(origin);
  if (target) progress.url = new URL(request.url.replace(origin, target));
  try {
    return await withDeadline(timeout, signal, send);
  } catch (thrown) {
    // An origin that moved here and does not respond any more is asked itself again.
    if (!(thrown instanceof Failure)) moves.delete(origin);
    throw failureOf(thrown, progress, timeout);
  }
}

let NativeSignal: unknown;

/** Whether the `fetch` of Node takes a signal: in a test environment such as jsdom, signals are of another kind. */
function isNative(signal: AbortSignal): boolean {
  NativeSignal ??= globalThis.Request && new Request("https://localhost").signal.constructor;
  return typeof NativeSignal !== "function" || signal instanceof NativeSignal;
}

/** The failure that was thrown. What is none of ours proves nothing: the request may have been executed. */
export function failureOf(thrown: unknown, { url, isSent }: Progress, timeout: number): Failure {
  if (thrown instanceof Failure) return thrown;
  if (thrown !== timeIsUp) return connectionFailure(thrown, url);
  return new Failure(isSent ? "failed" : "unsent", TimeoutError, `no response in ${timeout} ms`);
}
