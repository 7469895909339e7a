import { messageOf } from "../describe.js";
import type { Call } from "../errors.js";
import { ConnectionError, InputError, TimeoutError } from "../errors.js";
import type { CallOptions } from "../options/options.js";
import { findKeyMistake } from "../options/rules.js";
import type { Settings } from "../options/settings.js";
import { timeIsUp, withDeadline } from "./deadline.js";
import { connectionFailure } from "./error.js";
import { Failure } from "./failure.js";
import { isRedirect, redirectTarget } from "./redirect.js";
import { type ReceivedResponse, receive, withoutBody } from "./response.js";

/** A request that can be sent any number of times. */
export interface ServiceRequest {
  readonly call: Call;
  readonly url: string;
  readonly headers: Headers;
  readonly body: BodyInit | undefined;
  /** Tells whether the request can be executed a second time without changing anything more. */
  readonly isRepeatable: boolean;
  /** Tells whether the body is a form, which may take longer. */
  readonly isForm: boolean | undefined;
  readonly options: CallOptions;
  /** Tells whether the call resolves with an unsuccessful status that is not retried. */
  readonly resolvesWith?: (status: number) => boolean;
}

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

let client: object | undefined;

/**
 * Returns the option that makes Deno's `fetch` use a connection of no other request, for a request that must not be
 * sent twice; returns nothing in other runtimes. Deno itself re-sends a POST when a reused connection dies after the
 * server executed it, and over HTTP/2 when the server refuses the stream.
 */
export function denoClient(): { readonly client?: object } {
  try {
    client ??= Object(globalThis).Deno?.createHttpClient({ poolMaxIdlePerHost: 0, http2: false });
  } catch {}
  return client ? { client } : {};
}

/** Reads the API key for the next attempt; a function may return another one each time. */
export async function readKey(apiKey: Settings["apiKey"]): Promise<string> {
  const key = typeof apiKey === "function" ? await callOption("apiKey", apiKey) : apiKey;
  const mistake = findKeyMistake(key);
  if (mistake) throw optionFailure("apiKey", mistake);
  return key;
}

/** Calls a function option that an attempt depends on. */
export async function callOption<Result>(name: string, call: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await call();
  } catch (cause) {
    throw optionFailure(name, `the function failed: ${messageOf(cause)}`, { cause });
  }
}

const optionFailure = (name: string, problem: string, fields: { readonly cause?: unknown } = {}) =>
  new Failure("unsent", InputError, `option ${name}: ${problem}`, fields);
