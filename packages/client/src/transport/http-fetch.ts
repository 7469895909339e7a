import { inputError } from "../errors/input-error.js";
import type { HttpInit } from "../openapi-fetch.js";
import { findOptionMistake, httpOptionRules } from "../options/option-rules.js";
import type { Settings } from "../options/settings.js";
import type { ReceivedResponse } from "./response.js";
import { isIdempotent } from "./retry-policy.js";
import type { Send } from "./transport.js";

/**
 * Creates the `fetch` of the calls through `http`: on the same transport, but a failing status that is not sent again
 * resolves to its response.
 */
export function createHttpFetch(settings: Settings, send: Send) {
  return async (request: Request, { timeout, maxRetries, fetch }: HttpInit): Promise<Response> => {
    const { method, headers, signal } = request;
    const url = new URL(request.url);
    const call = { operation: undefined, method, path: url.pathname };
    const mistake = settings.isTrusted(url)
      ? findOptionMistake({ timeout, maxRetries, fetch }, httpOptionRules)
      : `${url.origin}: not in trustedHosts`;
    if (mistake) throw inputError(mistake, call);

    const body = request.body ? await request.arrayBuffer() : undefined;
    const sending = {
      call,
      url: url.href,
      headers,
      body,
      isRepeatable: isIdempotent(method),
      timeoutMs: timeout ?? settings.timeout,
      maxRetries: maxRetries ?? settings.maxRetries,
      signal,
      fetch,
      resolvesWith: isNativeStatus,
    };
    return send(sending, toNative);
  };
}

/** Some runtimes let statuses through that no `Response` can have. */
const isNativeStatus = (status: number) => status >= 200 && status < 600;

/** Some statuses must have no body, not even an empty one (Fetch standard, "null body status"). */
function toNative({ status, headers, chunks, url }: ReceivedResponse): Response {
  const body = chunks.length > 0 ? new Blob(chunks as BlobPart[]) : null;
  return Object.defineProperty(new Response(body, { status, headers }), "url", { value: url });
}
