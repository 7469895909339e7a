import { messageOf } from "../describe.js";
import { inputError, TimeoutError } from "../errors.js";
import type { CallOptions } from "../options/options.js";
import { callOptionRules, readOptions } from "../options/rules.js";
import type { Settings } from "../options/settings.js";
import { createHide, hideInFields, publicText } from "../secrets.js";
import { timeIsUp, withDeadline } from "../transport/deadline.js";

/** The options of one request that `fetch` itself does not have. */
type RequestOptions = Pick<CallOptions, "timeout" | "totalTimeout" | "maxRetries">;

/** A `RequestInit` with the client's options for this request. */
export type FetchInit = RequestInit & RequestOptions;

const optionNames = ["signal", "timeout", "totalTimeout", "maxRetries"] as const;

/** Reads the arguments of `fetch`; throws an `InputError` or a `TimeoutError` if the request cannot be sent. */
export async function readRequest(input: string | URL | Request, init: FetchInit | undefined, settings: Settings) {
  const call = {
    operation: undefined,
    method: String(init?.method ?? Object(input).method ?? "GET"),
    path: pathOf(input),
  };
  /** A runtime's message may hold the URL or a header, and with it the key. */
  function fail(problem: unknown): never {
    const hide = createHide(new Set(typeof settings.apiKey === "string" ? [settings.apiKey] : []));
    const isText = typeof problem === "string";
    const message = publicText(isText ? problem : messageOf(problem), hide);
    const fields = isText ? {} : hideInFields({ cause: problem }, hide);
    throw inputError(message, { ...call, path: publicText(call.path, hide) }, fields);
  }

  // openapi-fetch sets options that it does not know as properties of the request.
  const given = optionNames.map((name) => [name, init?.[name] ?? (Object(input)[name] as unknown) ?? undefined]);
  const options: CallOptions = readOptions(Object.fromEntries(given), callOptionRules, fail);
  const request = newRequest(input, init, fail);
  const url = new URL(request.url);
  if (!settings.isTrusted(url)) fail(`${url.origin}: not in trustedHosts`);

  const headers = new Headers(settings.headers);
  for (const [name, value] of request.headers) headers.set(name, value);
  if (headers.has("authorization")) fail("header Authorization: give the key as the option apiKey");
  const isForm = headers.get("content-type")?.startsWith("multipart/");
  const { signal, timeout = isForm ? settings.formTimeout : settings.timeout } = options;

  try {
    // Read in full, because a stream could not be sent again.
    const bytes = request.body === null ? undefined : await withDeadline(timeout, signal, () => request.arrayBuffer());
    const body = bytes?.byteLength ? bytes : undefined;
    return { method: request.method, url, headers, body, isForm, options };
  } catch (thrown) {
    signal?.throwIfAborted();
    if (thrown !== timeIsUp) return fail(thrown);
    const message = `the body of the request did not end in ${timeout} ms`;
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

function pathOf(input: string | URL | Request): string {
  const url = String(Object(input).url ?? input);
  return URL.canParse(url) ? new URL(url).pathname : url;
}
