import { routes } from "../generated/routes.js";
import { callOf, type OperationRoute } from "../operation/route.js";
import type { ClientOptions } from "../options/options.js";
import { ownProperties } from "../options/rules.js";
import { resolveSettings, type Settings } from "../options/settings.js";
import { type Hide, hideInHeaders } from "../secrets.js";
import { createTransport } from "../transport/call.js";
import { bodyText, contentType, parseJson, type ReceivedResponse, unusable } from "../transport/response.js";
import { isIdempotent } from "../transport/retry-policy.js";
import { type FetchInit, readRequest } from "./read-request.js";

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

let candidates: ReturnType<typeof toCandidate>[] | undefined;

/** Returns the operation for a method and a path, under any base URL; `undefined` if the spec has none. */
export function findOperation(method: string, pathname: string) {
  candidates ??= Object.entries(routes)
    .map(toCandidate)
    .sort((one, other) => bySpecificity(one.call.path, other.call.path));
  return candidates.find(({ call, pattern }) => call.method === method && pattern.test(pathname));
}

function toCandidate([id, route]: [string, OperationRoute]) {
  const call = callOf(id, route);
  const pattern = call.path.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/{[^{}]+}/g, "[^/]+");
  return { call, route: ownProperties(route), pattern: new RegExp(`${pattern}/?$`) };
}

/** Sorts the longest path first, and among equally long ones the one with the fewest parameters. */
function bySpecificity(one: string, other: string): number {
  const count = (path: string, text: string) => path.split(text).length;
  return count(other, "/") - count(one, "/") || count(one, "{") - count(other, "{");
}

/** Tells whether a `Response` can have a status: some runtimes accept statuses that `Response` rejects. */
export const isNativeStatus = (status: number) => status >= 200 && status < 600;

/** Throws if a success is not JSON: other clients would throw a `SyntaxError` that does not mention the call. */
export function requireJson(response: ReceivedResponse): void {
  const text = bodyText(response);
  if (text && parseJson(text) === undefined)
    throw unusable(response.status, `body is not JSON ${contentType(response)}`);
}

/** Creates a `Response`. Secrets in the body of a failure are hidden, because a server may repeat the key there. */
export function toNative(response: ReceivedResponse, hide: Hide): Response {
  const { status, ok, bytes, url } = response;
  // Some statuses must have no body, not even an empty one (Fetch standard, "null body status").
  const body = bytes.length === 0 ? null : ok ? (bytes as BodyInit) : hide(bodyText(response));
  const headers = ok ? response.headers : hideInHeaders(response.headers, hide);
  const native = new Response(body, { status, headers });
  // It counts the bytes before decompression; openapi-fetch takes an empty body of a stated length for broken JSON.
  native.headers.delete("content-length");
  return Object.defineProperty(native, "url", { value: url });
}
