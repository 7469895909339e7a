import { createMock, type MockControls } from "./create-mock.js";
import type { BundledMockOptions, MockOptions } from "./options/options.js";
import { checkApiHost } from "./request/check-host.js";
import { followRedirect, maxRedirects } from "./request/follow-redirect.js";
import { fromFetch } from "./request/mock-request.js";
import type { Sequences } from "./scenarios/scenario-queue.js";
import type { ScenarioSequences } from "./scenarios/scenario-types.js";
import { Disruption } from "./scenarios/transport-scenarios.js";

/** The mock as a `fetch`. */
export interface MockFetch<S = ScenarioSequences> extends MockControls<S> {
  (...request: Parameters<typeof fetch>): Promise<Response>;
}

/**
 * Makes a `fetch` that responds as the spec says, without a socket. It serves the hosts of the spec and their neighbours,
 * this machine, and names below `.test`, and follows redirects as every `fetch` does. Rejects with the signal's reason when it is aborted, as every `fetch` does. Throws a
 * `TypeError` for a wrong option; where the `spec` is broken, the calls reject with a `SpecError`.
 *
 * @example
 * const testsigma = createClient({ apiKey: "any-key", fetch: createMockFetch() });
 */
export function createMockFetch(options?: BundledMockOptions): MockFetch;
export function createMockFetch(options: MockOptions): MockFetch<Sequences>;
export function createMockFetch(options: MockOptions = {}): MockFetch<Sequences> {
  const { respond, requests, play, pending, clear } = createMock(options, { checkUrl: checkApiHost });
  const send = async (request: Request): Promise<Response> => {
    request.signal.throwIfAborted();
    const { status, headers, body } = await raceAgainst(
      request.signal,
      respond(fromFetch(request)).catch(asFetchError),
    );
    return new Response(body, { status, headers });
  };
  const mockFetch = async (...[input, init]: Parameters<typeof fetch>) => {
    let request = new Request(input, init);
    for (let hops = 0; hops <= maxRedirects; hops++) {
      const response = await send(request);
      // A body is read once, and a redirect may need it again.
      const next = followRedirect(request, response, () => new Request(input, init));
      if (!next || request.redirect === "manual") return describe(response, request, hops);
      if (request.redirect === "error") break;
      request = next;
    }
    throw new TypeError("fetch failed", { cause: new Error("unexpected redirect") });
  };
  return Object.assign(mockFetch, { requests, play, pending, clear });
}

/** Says where a response comes from, which no constructor can. */
function describe(response: Response, { url }: Request, hops: number): Response {
  return Object.defineProperties(response, { url: { value: url }, redirected: { value: hops > 0 } });
}

/** Makes a `fetch` fail as for a lost connection, or never settle. */
function asFetchError(error: unknown): Promise<never> {
  if (!(error instanceof Disruption)) throw error;
  if (error.kind === "timeout") return new Promise(() => {});
  const cause = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET", syscall: "read" });
  throw new TypeError("fetch failed", { cause });
}

/** A body that never ends must not keep an aborted call waiting. */
async function raceAgainst<T>(signal: AbortSignal, result: Promise<T>): Promise<T> {
  let onAbort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
    signal.addEventListener("abort", onAbort);
  });
  try {
    return await Promise.race([result, aborted]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
