import { Disruption } from "../choose/transport-scenarios.js";
import { checkApiHost } from "../http/hosts.js";
import { readFetchRequest } from "../http/request.js";
import { toFetchResponse } from "../http/response.js";
import { createMock, type Door, type MockControls } from "../mock/create-mock.js";
import type { MockOptions } from "../mock/options.js";

/** The mock as a `fetch`. */
export interface MockFetch extends MockControls {
  (...request: Parameters<typeof fetch>): Promise<Response>;
}

/**
 * Makes a `fetch` that responds as the spec says, without a socket. It serves the spec's hosts and their sibling hosts,
 * this machine, and hosts below `.test`. It rejects with the signal's reason when aborted; unlike the runtime's `fetch`,
 * it follows no redirect. Throws a `TypeError` for a wrong option.
 *
 * @example
 * const testsigma = createClient({ apiKey: "any-key", fetch: createMockFetch() });
 */
export function createMockFetch(options: MockOptions = {}): MockFetch {
  return toFetch(options);
}

/** Makes the `fetch` of {@link createMockFetch}, optionally for another API. */
export function toFetch(options: MockOptions, door?: Door): MockFetch {
  const { respond, controls } = createMock(options, { checkUrl: checkApiHost, ...door });
  const mockFetch = async (...[input, init]: Parameters<typeof fetch>) => {
    const request = new Request(input, init);
    // The caller's own signal: that of the request may be collected while it waits.
    const signal = init?.signal ?? (input instanceof Request ? input.signal : request.signal);
    signal.throwIfAborted();
    const result = readFetchRequest(request, options.bodyLimit).then(respond).catch(asFetchError);
    const response = toFetchResponse(await raceAgainst(signal, result));
    return withUrl(response, request.url);
  };
  return Object.assign(mockFetch, controls);
}

/** Sets the URL of a response and of its clones, which the constructor cannot. */
function withUrl(response: Response, url: string): Response {
  const clone = () => withUrl(Response.prototype.clone.call(response), url);
  return Object.defineProperties(response, { url: { value: url }, clone: { value: clone } });
}

/** Turns a disruption into a `fetch` that fails with a lost connection or never settles; rethrows any other error. */
function asFetchError(error: unknown): Promise<never> {
  if (!(error instanceof Disruption)) throw error;
  if (error.kind === "timeout") return new Promise(() => {});
  const cause = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET", syscall: "read" });
  throw new TypeError("fetch failed", { cause });
}

/** Settles with the result or the signal's reason: a body that never ends must not keep an aborted call waiting. */
function raceAgainst<T>(signal: AbortSignal, result: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    signal.addEventListener("abort", onAbort);
    result.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}
