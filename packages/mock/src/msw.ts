import { delay, HttpResponse, http, type RequestHandler } from "msw";
import { createMock, type MockControls } from "./create-mock.js";
import type { BundledMockOptions, MockOptions } from "./options/options.js";
import { isApiHost } from "./request/check-host.js";
import { fromFetch } from "./request/mock-request.js";
import type { Sequences } from "./scenarios/scenario-queue.js";
import type { ScenarioSequences } from "./scenarios/scenario-types.js";
import { Disruption } from "./scenarios/transport-scenarios.js";

/** Handlers for MSW, with what a test can do with the mock. */
export type MockHandlers<S = ScenarioSequences> = RequestHandler[] & MockControls<S>;

/**
 * Makes request handlers for MSW that respond as the spec says to requests for the hosts of the spec and their neighbours,
 * and leave all others alone. Throws a `TypeError` for a wrong option.
 *
 * @example
 * const testsigma = mockHandlers({ scenarios: { createTestRun: ["rate_limited"] } });
 * const server = setupServer(...testsigma-tms);
 */
export function mockHandlers(options?: BundledMockOptions): MockHandlers;
export function mockHandlers(options: MockOptions): MockHandlers<Sequences>;
export function mockHandlers(options: MockOptions = {}): MockHandlers<Sequences> {
  const { respond, ready, requests, play, pending, clear } = createMock(options);
  const handler = http.all("*", async ({ request }) => {
    const document = await ready;
    if (!isApiHost(new URL(request.url), document)) return undefined;
    try {
      const { status, headers, body } = await respond(fromFetch(request));
      return new HttpResponse(body, { status, headers });
    } catch (error) {
      if (!(error instanceof Disruption)) throw error;
      if (error.kind === "timeout") await delay("infinite");
      return HttpResponse.error();
    }
  });
  return Object.assign([handler], { requests, play, pending, clear });
}
