import { inputError } from "../errors/input-error.js";
import type { HttpInit } from "../openapi-fetch.js";
import { clientOptionRules, findOptionMistake } from "../options/option-rules.js";
import type { Settings } from "../options/settings.js";
import { parseJson, type ReceivedResponse, textOf, typeOf, unusable } from "./response.js";
import { isIdempotent } from "./retry-policy.js";
import type { Send } from "./transport.js";

/**
 * Creates the `fetch` of the calls through `http`: on the same transport, but a failing status that is not sent again
 * resolves to its response.
 */
export function createHttpFetch(settings: Settings, send: Send) {
  return async (request: Request, init: HttpInit): Promise<Response> => {
    const { timeout = settings.timeout, maxRetries = settings.maxRetries, fetch, parseAs = "json" } = init;
    const { method, headers, signal } = request;
    const url = new URL(request.url);
    const call = { operation: undefined, method, path: url.pathname };
    const mistake = settings.isTrusted(url)
      ? findOptionMistake({ timeout, maxRetries, fetch }, clientOptionRules)
      : `${url.origin}: not in trustedHosts`;
    if (mistake) throw inputError(mistake, call);

    const body = request.body ? await request.arrayBuffer() : undefined;
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

/** Some runtimes let statuses through that no `Response` can have. */
const isNativeStatus = (status: number) => status >= 200 && status < 600;

/** openapi-fetch would throw a `SyntaxError` that says nothing of the call. */
function requireJson(response: ReceivedResponse): void {
  const text = textOf(response);
  if (text && parseJson(text) === undefined) throw unusable(response.status, `body is not JSON ${typeOf(response)}`);
}

/** Some statuses must have no body, not even an empty one (Fetch standard, "null body status"). */
function toNative({ status, headers, chunks, stream, url }: ReceivedResponse): Response {
  const whole = chunks.length > 1 ? new Blob(chunks as BlobPart[]) : (chunks[0] as BodyInit | undefined);
  const body = stream ?? whole ?? null;
  return Object.defineProperty(new Response(body, { status, headers }), "url", { value: url });
}
