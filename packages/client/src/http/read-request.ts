import { messageOf, property } from "../describe.js";
import { inputError, TimeoutError } from "../errors.js";
import type { CallOptions } from "../options/options.js";
import { callOptionRules, readOptions } from "../options/rules.js";
import type { Settings } from "../options/settings.js";
import { hideInFields, publicText, Secrets } from "../secrets.js";
import { timeIsUp, withDeadline } from "../transport/deadline.js";

/** The options of one request that `fetch` itself does not have. */
export type RequestOptions = Pick<CallOptions, "timeout" | "totalTimeout" | "maxRetries">;

/** A `RequestInit` with the client's options for this request. */
export type FetchInit = RequestInit & RequestOptions;

/** A request of openapi-fetch with a text or no body, which costs a tenth of the runtime's `Request`. */
export class PlainRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly text: string | undefined;
  readonly signal: AbortSignal | null | undefined;

  constructor(url: string, { method, headers, body, signal }: Omit<PlainRequest, "url" | "text"> & { body?: string }) {
    this.url = url;
    this.method = method;
    this.headers = headers;
    this.text = body;
    this.signal = signal;
  }
}

const optionNames = ["signal", "timeout", "totalTimeout", "maxRetries"] as const;

/** Reads the arguments of `fetch`; throws an `InputError` or a `TimeoutError` if the request cannot be sent. */
export async function readRequest(
  input: string | URL | Request | PlainRequest,
  init: FetchInit | undefined,
  settings: Settings,
) {
  const method = `${init?.method ?? property(input, "method") ?? "GET"}`;
  const address = `${property(input, "url") ?? input}`;
  const parsed = URL.canParse(address) ? new URL(address) : undefined;
  const call = { operation: undefined, method, path: parsed?.pathname ?? "" };
  /** A runtime's message may contain the URL or a header, and with it the key. */
  function fail(problem: unknown): never {
    const secrets = new Secrets();
    if (typeof settings.apiKey === "string") secrets.add(settings.apiKey);
    const { hide } = secrets;
    const isText = typeof problem === "string";
    const message = publicText(isText ? problem : messageOf(problem), hide);
    const fields = isText ? {} : hideInFields({ cause: problem }, hide);
    throw inputError(message, { ...call, path: publicText(call.path, hide) }, fields);
  }

  if (!parsed) return fail("input: expected an absolute URL");
  if (parsed.username || parsed.password) return fail("input: expected a URL without credentials");
  if (!settings.isTrusted(parsed)) return fail(`${parsed.origin}: not in trustedHosts`);
  // openapi-fetch sets options that it does not know as properties of the request.
  const options: { [name: string]: unknown } = {};
  for (const name of optionNames) options[name] = init?.[name] ?? property(input, name) ?? undefined;
  const callOptions: CallOptions = readOptions(options, callOptionRules, fail);
  const { signal } = callOptions;
  const request = input instanceof PlainRequest ? input : newRequest(input, init, fail);

  const headers: Record<string, string> = {};
  for (const source of [settings.headers ?? [], request.headers]) {
    for (const [name, value] of source) headers[name] = value;
  }
  if (headers.authorization !== undefined) return fail("header Authorization: pass the key as the option apiKey");
  const isForm = headers["content-type"]?.startsWith("multipart/") === true;
  const { timeout = isForm ? settings.formTimeout : settings.timeout } = callOptions;

  const read = { method: request.method, url: parsed, headers, isForm, options: callOptions };
  if (request instanceof PlainRequest) return { ...read, body: request.text };
  try {
    // Read in full, because a stream could not be sent again.
    const bytes = request.body === null ? undefined : await withDeadline(timeout, signal, () => request.arrayBuffer());
    return { ...read, body: bytes?.byteLength ? bytes : undefined };
  } catch (thrown) {
    signal?.throwIfAborted();
    if (thrown !== timeIsUp) return fail(thrown);
    const message = `the request body did not end within ${timeout} ms`;
    throw new TimeoutError(message, { ...call, url: undefined, attempts: 0, outcome: "not-sent" });
  }
}

/**
 * Creates a request without a signal, which is handled separately: a test environment may have its own class of
 * signals.
 */
function newRequest(
  input: string | URL | Request,
  init: FetchInit | undefined,
  fail: (problem: unknown) => never,
): Request {
  // openapi-fetch passes a finished request, and copying it would cost more than everything else here.
  if (input instanceof Request && !init) return input;
  try {
    return new Request(input, { ...init, signal: null });
  } catch (cause) {
    // The runtime repeats the value of a wrong header, which may be a key that the client does not know.
    const mistake = callOptionRules.headers(init?.headers);
    return fail(mistake ? `option headers: ${mistake}` : cause);
  }
}
