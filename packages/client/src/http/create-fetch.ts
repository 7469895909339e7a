import type { ClientOptions } from "../options/client-options.js";
import { resolveSettings, type Settings } from "../options/settings.js";
import { isIdempotent } from "../transport/is-idempotent.js";
import { createTransport } from "../transport/transport.js";
import { findOperation } from "./find-operation.js";
import { type FetchInit, readRequest } from "./read-request.js";
import { isNativeStatus, requireJson, toNative } from "./to-native.js";

/** A `fetch` on the client's transport. */
export type TestsigmaFetch = (input: string | URL | Request, init?: FetchInit) => Promise<Response>;

/**
 * Creates a `fetch` for any other client of the API, such as a generated one: it adds the key, enforces the time
 * limits, follows trusted redirects, and retries what is safe to retry. It recognises the operation by method and path.
 *
 * It resolves to a response of any status once the body has been read, and throws a `TestsigmaError` if there is no
 * response.
 *
 * @example
 * const api = createClient({ baseUrl: "https://arcus.testsigma.com/api/v1", fetch: createFetch() });
 *
 * @throws {TypeError} naming the option that is missing, unknown or holds what is not allowed
 */
export const createFetch = (options?: ClientOptions): TestsigmaFetch =>
  createFetchOf(resolveSettings(options, "createFetch"));

/** Creates the `fetch` from resolved settings. */
export function createFetchOf(settings: Settings): TestsigmaFetch {
  const send = createTransport(settings);

  return async (input, init) => {
    const { method, url, ...sent } = await readRequest(input, init, settings);
    const found = findOperation(method, url.pathname);
    const request = {
      call: found?.call ?? { operation: undefined, method, path: url.pathname },
      url: url.href,
      ...sent,
      isRepeatable: found?.route.isRepeatable ?? isIdempotent(method),
      resolvesWith: isNativeStatus,
    };
    return send(request, (response, hide) => {
      if (response.ok && found?.route.result !== undefined) requireJson(response);
      return toNative(response, hide);
    });
  };
}
