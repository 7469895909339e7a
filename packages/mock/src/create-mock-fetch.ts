import { createMock, type Door, type MockControls } from "./create-mock.js";
import { followRedirect, maxRedirects } from "./follow-redirect.js";
import { fromFetch } from "./http/mock-request.js";
import type { MockOptions } from "./options/options.js";
import { checkApiHost } from "./request/check-host.js";
import { Disruption } from "./scenarios/transport-scenarios.js";

/** The mock as a `fetch`. */
export interface MockFetch extends MockControls {
  (...request: Parameters<typeof fetch>): Promise<Response>;
}

/**
 * Makes a `fetch` that responds as the spec says, without a socket. It serves the hosts of the spec and their neighbours,
 * this machine, and names below `.test`, and follows redirects as every `fetch` does. Rejects with the signal's reason when
 * it is aborted, as every `fetch` does. Throws a `TypeError` for a wrong option.
 *
 * @example
 * const testsigma = createClient({ apiKey: "any-key", fetch: createMockFetch() });
 */
export function createMockFetch(options: MockOptions = {}): MockFetch {
  return toFetch(options);
}

/** Makes the `fetch` of {@link createMockFetch}, for another API too. */
export function toFetch(options: MockOptions, door?: Door): MockFetch {
  const { respond, requests, play, pending, clear } = createMock(options, { checkUrl: checkApiHost, ...door });
  const send = async (request: Request, call: object): Promise<Response> => {
    request.signal.throwIfAborted();
    const result = respond(fromFetch(request)).catch(asFetchError);
    const { status, headers, body } = await raceAgainst(request.signal, result, { request, call });
    return new Response(body, { status, headers });
  };
  const mockFetch = async (...[input, init]: Parameters<typeof fetch>) => {
    let request = new Request(input, init);
    for (let hops = 0; hops <= maxRedirects; hops++) {
      const response = await send(request, { input, init });
      // A body is read once, and a redirect may need it again.
      const next = followRedirect(request, response, () => new Request(input, init));
      if (!next || request.redirect === "manual") return withAddress(response, request.url, hops > 0);
      if (request.redirect === "error") break;
      request = next;
    }
    throw new TypeError("fetch failed", { cause: new Error("unexpected redirect") });
  };
  return Object.assign(mockFetch, { requests, play, pending, clear });
}

/** Says where a response comes from, which no constructor can. */
function withAddress(response: Response, url: string, redirected: boolean): Response {
  const clone = () => withAddress(Response.prototype.clone.call(response), url, redirected);
  return Object.defineProperties(response, {
    url: { value: url },
    redirected: { value: redirected },
    clone: { value: clone },
  });
}

/** Makes a `fetch` fail as for a lost connection, or never settle. */
function asFetchError(error: unknown): Promise<never> {
  if (!(error instanceof Disruption)) throw error;
  if (error.kind === "timeout") return new Promise(() => {});
  const cause = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET", syscall: "read" });
  throw new TypeError("fetch failed", { cause });
}

/**
 * What the calls that wait were given. A signal follows another only as long as both of their owners live, and without this
 * nothing refers to the request of a call that plays `timeout`, so that its caller could not give up after a garbage
 * collection.
 */
const waiting = new Set<object>();

/** Settles with the result or the reason of the signal: a body that never ends must not keep an aborted call waiting. */
async function raceAgainst<T>(signal: AbortSignal, result: Promise<T>, call: object): Promise<T> {
  let onAbort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
    signal.addEventListener("abort", onAbort);
  });
  waiting.add(call);
  try {
    return await Promise.race([result, aborted]);
  } finally {
    waiting.delete(call);
    signal.removeEventListener("abort", onAbort);
  }
}
