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
 * Makes a `fetch` that responds as the spec says, without a socket. It serves the spec's hosts and their sibling hosts,
 * this machine, and hosts below `.test`. Like any `fetch`, it follows redirects, and rejects with the signal's reason
 * when aborted. Throws a `TypeError` for a wrong option.
 *
 * @example
 * const testsigma = createClient({ apiKey: "any-key", fetch: createMockFetch() });
 */
export function createMockFetch(options: MockOptions = {}): MockFetch {
  return toFetch(options);
}

/** Makes the `fetch` of {@link createMockFetch}, optionally for another API. */
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
      // A body can be read only once, and a redirect may need it again.
      const next = followRedirect(request, response, () => new Request(input, init));
      if (!next || request.redirect === "manual") return withAddress(response, request.url, hops > 0);
      if (request.redirect === "error") break;
      request = next;
    }
    throw new TypeError("fetch failed", { cause: new Error("unexpected redirect") });
  };
  return Object.assign(mockFetch, { requests, play, pending, clear });
}

/** Sets the URL of a response and whether it was redirected, which the constructor cannot. */
function withAddress(response: Response, url: string, redirected: boolean): Response {
  const clone = () => withAddress(Response.prototype.clone.call(response), url, redirected);
  return Object.defineProperties(response, {
    url: { value: url },
    redirected: { value: redirected },
    clone: { value: clone },
  });
}

/** Turns a disruption into a `fetch` that fails with a lost connection or never settles; rethrows any other error. */
function asFetchError(error: unknown): Promise<never> {
  if (!(error instanceof Disruption)) throw error;
  if (error.kind === "timeout") return new Promise(() => {});
  const cause = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET", syscall: "read" });
  throw new TypeError("fetch failed", { cause });
}

/**
 * The arguments of the calls that have not settled. A signal follows another only while both of their owners are alive.
 * Without this set, nothing would refer to the request of a call that plays `timeout`, so after a garbage collection
 * its caller could no longer abort it.
 */
const waiting = new Set<object>();

/** Settles with the result or the signal's reason: a body that never ends must not keep an aborted call waiting. */
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
