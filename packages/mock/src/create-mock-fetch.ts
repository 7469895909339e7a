import { createMock, type MockControls } from "./create-mock.js";
import type { BundledMockOptions, MockOptions } from "./options/options.js";
import { checkApiHost } from "./request/check-host.js";
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
 * this machine, and names below `.test`. Rejects with the signal's reason when it is aborted, as every `fetch` does. Throws a
 * `TypeError` for a wrong option; where the `spec` is broken, the calls reject with a `SpecError`.
 *
 * @example
 * const testsigma = createClient({ apiKey: "any-key", fetch: createMockFetch() });
 */
export function createMockFetch(options?: BundledMockOptions): MockFetch;
export function createMockFetch(options: MockOptions): MockFetch<Sequences>;
export function createMockFetch(options: MockOptions = {}): MockFetch<Sequences> {
  const { respond, requests, play, pending, clear } = createMock(options, { checkUrl: checkApiHost });
  const mockFetch = async (...[input, init]: Parameters<typeof fetch>) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const { status, headers, body } = await raceAgainst(
      request.signal,
      respond(fromFetch(request)).catch(asFetchError),
    );
    return new Response(body, { status, headers });
  };
  return Object.assign(mockFetch, { requests, play, pending, clear });
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
