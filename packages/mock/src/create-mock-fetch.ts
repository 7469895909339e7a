import { createHandler } from "./create-handler.js";
import type { MockOptions } from "./options.js";

/** The mock as a `fetch`: it answers every origin itself, and no request leaves the process. */
export type MockFetch = typeof fetch;

/**
 * Makes a `fetch` that answers as the API description says, in process, without a socket.
 *
 * @example
 * const testsigma = createClient({ apiKey: "any", fetch: createMockFetch() });
 */
export function createMockFetch(options: MockOptions = {}): MockFetch {
  const handler = createHandler(options);
  // Reported by the first call.
  handler.catch(() => {});
  return async (input, init) => (await handler)(new Request(input, init));
}
