import { parseJson } from "../describe.js";
import { routes } from "../generated/routes.js";
import { callOf, type OperationRoute } from "../operation/route.js";
import type { ClientOptions } from "../options/options.js";
import { ownProperties } from "../options/rules.js";
import { resolveSettings, type Settings } from "../options/settings.js";
import { type Hide, hideInHeaders } from "../secrets.js";
import { createTransport } from "../transport/call.js";
import { bodyText, contentType, type ReceivedResponse, unusable } from "../transport/response.js";
import { isIdempotent } from "../transport/retry-policy.js";
import { type FetchInit, PlainRequest, readRequest } from "./read-request.js";

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
 * const testsigmaFetch = createFetch({ baseUrl: "http://127.0.0.1:4010/api/v1" });
 * const response = await testsigmaFetch("http://127.0.0.1:4010/api/v1/projects?page_size=100");
 *
 * @throws {TypeError} naming the option that is missing, unknown or invalid
 */
export function createFetch(options?: ClientOptions): TestsigmaFetch {
  return createFetchOf(resolveSettings(options, "createFetch"));
}

export function createFetchOf(settings: Settings): (...request: FetchArguments) => Promise<Response> {
  const send = createTransport(settings);

  return async (input, init) => {
    const { method, url, ...read } = await readRequest(input, init, settings);
    const operation = findOperation(method, url.pathname);
    const request = {
      ...read,
      call: operation?.call ?? { operation: undefined, method, path: url.pathname },
      url: url.href,
      isRepeatable: operation?.route.isRepeatable ?? isIdempotent(method),
      resolvesWith: isNativeStatus,
    };
    return send(request, (response, hide) => {
      if (response.ok && operation?.route.result !== undefined) requireJson(response);
      return toResponse(response, hide, input instanceof PlainRequest);
    });
  };
}

type FetchArguments = [input: Parameters<TestsigmaFetch>[0] | PlainRequest, init?: FetchInit];

let candidates: readonly ReturnType<typeof toCandidate>[] | undefined;

/** Returns the operation for a method and a path, under any base URL; `undefined` if the spec has none. */
function findOperation(method: string, pathname: string) {
  candidates ??= Object.entries(routes)
    .map(toCandidate)
    .sort((a, b) => bySpecificity(a.call.path, b.call.path));
  return candidates.find(({ call, pattern }) => call.method === method && pattern.test(pathname));
}

function toCandidate([id, route]: [string, OperationRoute]) {
  const call = callOf(id, route);
  const pattern = call.path.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/{[^{}]+}/g, "[^/]+");
  return { call, route: ownProperties(route), pattern: new RegExp(`${pattern}/?$`) };
}

/** Sorts the longest path first, and among equally long ones the one with the fewest parameters. */
function bySpecificity(a: string, b: string): number {
  const count = (path: string, text: string) => path.split(text).length;
  return count(b, "/") - count(a, "/") || count(a, "{") - count(b, "{");
}

/** Returns whether a `Response` can have a status: some runtimes accept statuses that `Response` rejects. */
const isNativeStatus = (status: number): boolean => status >= 200 && status < 600;

/** Throws if a success is not JSON: other clients would throw a `SyntaxError` that does not mention the call. */
function requireJson(response: ReceivedResponse): void {
  const text = bodyText(response.bytes);
  if (text && parseJson(text) === undefined) {
    throw unusable(response.status, `body is not JSON ${contentType(response)}`);
  }
}

/**
 * Creates a `Response`. Secrets in the body of a failure are hidden, because a server may repeat the key there. For a
 * plain request, its text alone can be read, which is all that openapi-fetch does for JSON.
 */
function toResponse({ status, ok, headers, bytes, url }: ReceivedResponse, hide: Hide, isPlain: boolean): Response {
  const readText = () => (ok ? bodyText(bytes) : hide(bodyText(bytes)));
  // Some statuses must have no body, not even an empty one (Fetch standard, "null body status").
  const body = isPlain || bytes.length === 0 ? null : ok ? (bytes as BodyInit) : readText();
  const response = new Response(body, { status, headers: ok ? headers : hideInHeaders(headers, hide) });
  // It counts the bytes before decompression; openapi-fetch takes an empty body of a stated length for broken JSON.
  response.headers.delete("content-length");
  if (isPlain) Object.defineProperty(response, "text", { value: async () => readText() });
  return Object.defineProperty(response, "url", { value: url });
}
