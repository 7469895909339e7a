import { isFunction, messageOf, property } from "../describe.js";
import { type Call, ConnectionError, InputError, TimeoutError } from "../errors.js";
import type { CallOptions } from "../options/options.js";
import { findKeyMistake } from "../options/rules.js";
import type { Settings } from "../options/settings.js";
import type { Secrets } from "../secrets.js";
import { timeIsUp, withDeadline } from "./deadline.js";
import { Failure } from "./failure.js";
import { connectionFailure } from "./proof-of-unsent.js";
import { isRedirect, redirectTarget } from "./redirect.js";
import { apiFailure, type ReceivedResponse, type Reception, receive } from "./response.js";
import { isIdempotent } from "./retry-policy.js";

/** A request that can be sent any number of times. */
export interface ServiceRequest {
  readonly call: Call;
  readonly url: string;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: BodyInit | undefined;
  /** Whether a second execution of the request changes nothing more. */
  readonly isRepeatable: boolean;
  /** Whether the body is a form, which may take longer. */
  readonly isForm: boolean;
  readonly options: CallOptions;
  /** Returns whether the call resolves with an unsuccessful status that is not sent again. */
  readonly resolvesWith?: (status: number) => boolean;
}

/** The progress of one attempt. Attempts do not share it, because an abandoned one may continue in the background. */
export interface Attempt extends Reception {
  /** The URL of the last request. */
  url: string;
  /** The time limit in milliseconds. */
  timeoutMs: number;
  isSent: boolean;
}

/**
 * Sends the request once, follows redirects and reads the response, all within the time limit. Throws for an
 * unsuccessful status.
 */
export function send(
  request: ServiceRequest,
  attempt: Attempt,
  settings: Settings,
  secrets: Secrets,
): Promise<ReceivedResponse> {
  return withDeadline(attempt.timeoutMs, request.options.signal, async (stopped) => {
    const { apiKey, fetch = globalThis.fetch, maxResponseBytes, isTrusted } = settings;
    // Awaited in any case: a signal that aborts in the same tick lets nothing be sent.
    const key = await (typeof apiKey === "string" ? apiKey : readKey(apiKey, secrets));
    const init = createInit(request, `Bearer ${key}`, settings);
    if (settings.fetch && request.isForm && init.body instanceof FormData) await serializeForm(init, init.body);
    if (typeof fetch !== "function") {
      throw new Failure("unsent", ConnectionError, "this runtime has no fetch; pass the option fetch", {});
    }
    if (takesSignal(stopped)) init.signal = stopped;
    for (let hops = 0; ; hops++) {
      // The caller's `fetch` may ignore its signal, and an abandoned attempt must not send anything.
      stopped.throwIfAborted();
      attempt.isSent = true;
      const response = await fetch(attempt.url, init);
      if (!isRedirect(response) && !stopped.aborted) {
        const received = await receive(response, attempt.url, attempt, maxResponseBytes);
        if (!received.ok) throw apiFailure(received);
        return received;
      }
      response.body?.cancel?.().catch(() => {});
      attempt.url = redirectTarget(response, { method: request.call.method, from: attempt.url, hops, isTrusted });
    }
  });
}

interface SentInit extends RequestInit {
  /** An object, because wrappers that spread `init.headers` would lose the key with `Headers`. */
  readonly headers: Record<string, string>;
}

function createInit(request: ServiceRequest, authorization: string, settings: Settings): SentInit {
  const { call, headers, body, isRepeatable } = request;
  const init: SentInit = { method: call.method, headers: { ...headers, authorization }, redirect: "manual" };
  if (body) init.body = body;
  if (!isRepeatable) {
    // Bun re-sends a PUT when a reused connection dies, regardless of its headers; this keeps it off reused connections.
    if (isIdempotent(call.method)) init.keepalive = false;
    if (!settings.fetch) Object.assign(init, denoClient());
  }
  return init;
}

/** Replaces a form by its bytes, because other libraries send the runtime's `FormData` as "[object FormData]". */
async function serializeForm(init: SentInit, form: FormData): Promise<void> {
  const response = new Response(form);
  init.headers["content-type"] = `${response.headers.get("content-type")}`;
  init.body = await response.arrayBuffer();
}

let ownConnection: { readonly client?: unknown } | undefined;

/**
 * Returns the option that makes Deno's `fetch` use a connection of no other request, for a request that must not be
 * sent twice; returns nothing in other runtimes. Deno itself re-sends a POST when a reused connection dies after the
 * server executed it, and over HTTP/2 when the server refuses the stream.
 */
function denoClient(): { readonly client?: unknown } {
  try {
    const createHttpClient = property(property(globalThis, "Deno"), "createHttpClient");
    if (isFunction(createHttpClient)) {
      ownConnection ??= { client: createHttpClient({ poolMaxIdlePerHost: 0, http2: false }) };
    }
  } catch {}
  return ownConnection ?? {};
}

const signalClasses = new Map<unknown, boolean>();

/**
 * Returns whether the runtime's `fetch` accepts a signal: a test environment such as jsdom has its own class of
 * signals.
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

/** Asks the caller's function for the API key, which may return another one each time. */
async function readKey(apiKey: () => string | Promise<string>, secrets: Secrets): Promise<string> {
  const key = await callOption("apiKey", apiKey);
  const mistake = findKeyMistake(key);
  if (mistake) throw optionFailure("apiKey", mistake);
  secrets.add(key);
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

const optionFailure = (name: string, problem: string, fields: { readonly cause?: unknown } = {}): Failure =>
  new Failure("unsent", InputError, `option ${name}: ${problem}`, fields);

/**
 * Converts anything that was thrown to a failure. An error from outside this package proves nothing once `fetch` was
 * called; an unsuccessful status tells what happened, even if its body breaks off or never ends.
 */
export function toFailure(thrown: unknown, { url, isSent, timeoutMs, response }: Attempt): Failure {
  if (thrown instanceof Failure) return thrown;
  if (response?.ok === false) return apiFailure(response);
  if (thrown !== timeIsUp) return connectionFailure(thrown, new URL(url), isSent);
  const message = `no response within ${Math.round(timeoutMs)} ms`;
  return new Failure(isSent ? "unclear" : "unsent", TimeoutError, message, {});
}
