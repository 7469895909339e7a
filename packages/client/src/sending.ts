import { findOptionMistake } from "./check-options.js";
import { InputError } from "./errors/input-error.js";
import { RequestCarrier } from "./request-carrier.js";
import type { Settings } from "./settings.js";

/** One request, with what is needed to send it any number of times. */
export interface Sending {
  readonly operation: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string | ArrayBuffer | undefined;
  readonly signal: AbortSignal | undefined;
  readonly timeout: number;
  readonly maxRetries: number;
}

/** Takes apart what openapi-fetch built, so that it can be sent again. */
export async function prepare(request: Request | RequestCarrier, settings: Settings): Promise<Sending> {
  const { method, url, headers, signal } = request;
  // openapi-fetch puts the options of a call that it does not know itself on the request.
  const { operation, path = new URL(url).pathname, timeout, maxRetries } = request as Partial<RequestCarrier>;
  const mistake = findOptionMistake({ timeout, maxRetries }, ["timeout", "maxRetries"]);
  if (mistake) throw new InputError(mistake, { operation, method, path });
  if (!settings.isTrusted(new URL(url))) {
    throw new InputError(`${new URL(url).host} is not a trusted host`, { operation, method, path });
  }
  // Deno and Chromium send a POST again by themselves when a reused connection dies: use each connection once. Browsers
  // drop this header.
  headers.set("connection", "close");
  return {
    operation,
    method,
    path,
    url,
    headers,
    body: request instanceof RequestCarrier ? request.body : request.body ? await request.arrayBuffer() : undefined,
    signal,
    timeout: timeout ?? settings.timeout,
    maxRetries: maxRetries ?? settings.maxRetries,
  };
}
