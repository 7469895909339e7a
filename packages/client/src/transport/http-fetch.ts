import { inputError } from "../errors/input-error.js";
import type { HttpInit, HttpRequest } from "../openapi-fetch.js";
import { findOptionMistake, httpOptionRules } from "../options/option-rules.js";
import type { Settings } from "../options/settings.js";
import { parseJson, type ReceivedResponse, textOf, typeOf, unusable } from "./response.js";
import { isIdempotent } from "./retry-policy.js";
import type { Send } from "./transport.js";

/**
 * Creates the `fetch` of the calls through `http`: on the same transport, but a failing status that is not sent again
 * resolves to its response.
 */
export function createHttpFetch(settings: Settings, send: Send) {
  return async (request: HttpRequest, init: HttpInit): Promise<Response> => {
    const { timeout = settings.timeout, maxRetries = settings.maxRetries, fetch, parseAs = "json" } = init;
    const { method, headers } = request;
    const signal = request.signal ?? undefined;
    const url = new URL(request.url);
    const call = { operation: undefined, method, path: url.pathname };
    const mistake = settings.isTrusted(url)
      ? findOptionMistake({ timeout, maxRetries, fetch, signal }, httpOptionRules)
      : `${url.origin}: not in trustedHosts`;
    if (mistake) throw inputError(mistake, call);

    const body = request instanceof Request ? await bodyOf(request) : request.body;
    const sending = {
      call,
      url: url.href,
      headers,
      body,
      isRepeatable: isIdempotent(method),
      timeout,
      maxRetries,
      signal,
      // openapi-fetch calls it with a `Request`.
      fetch: fetch && ((target: string, given: RequestInit) => fetch(new Request(target, given))),
      resolvesWith: isNativeStatus,
      isStreamed: parseAs === "stream",
    };
    return send(sending, (response) => {
      if (parseAs === "json" && response.ok) requireJson(response);
      return toNative(response);
    });
  };
}

/** Not a stream, which could not be sent again. */
async function bodyOf(request: Request): Promise<ArrayBuffer | undefined> {
  const bytes = await request.arrayBuffer();
  return bytes.byteLength > 0 ? bytes : undefined;
}

/** Some runtimes let statuses through that no `Response` can have. */
const isNativeStatus = (status: number) => status >= 200 && status < 600;

/** openapi-fetch would throw a `SyntaxError` that says nothing of the call. */
function requireJson(response: ReceivedResponse): void {
  const text = textOf(response);
  if (text && parseJson(text) === undefined) throw unusable(response.status, `body is not JSON ${typeOf(response)}`);
}

function toNative(response: ReceivedResponse): Response {
  const { status, headers, chunks, stream, url } = response;
  // Some statuses must have no body, not even an empty one (Fetch standard, "null body status").
  const [body = null] = chunks.length > 1 ? [new Blob(chunks as BlobPart[])] : (chunks as BodyInit[]);
  const native = new Response(stream ?? body, { status, headers });
  // To read the text out of the body again would take longer than to decode it.
  const text = { value: async () => textOf(response) };
  return Object.defineProperties(native, { url: { value: url }, ...(!stream && { text }) });
}
