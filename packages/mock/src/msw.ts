import { delay, HttpResponse, http, type RequestHandler } from "msw";
import { testsigmaApi } from "./api.js";
import { Disruption } from "./choose/transport-scenarios.js";
import { parentDomain } from "./http/hosts.js";
import { readFetchRequest } from "./http/request.js";
import { toFetchResponse } from "./http/response.js";
import { createMock, type MockControls } from "./mock/create-mock.js";
import type { MockOptions } from "./mock/options.js";

/** Request handlers for MSW, with the controls of the mock. */
export type MockHandlers = RequestHandler[] & MockControls;

/**
 * Makes request handlers for MSW that respond as the spec says to requests for the spec's hosts and their sibling
 * hosts. They match no other requests, so that those reach MSW's `onUnhandledRequest`. Throws a `TypeError` for a wrong
 * option.
 *
 * @example
 * const testsigma = mockHandlers({ scenarios: { createTestRun: ["rate_limited"] } });
 * const server = setupServer(...testsigma);
 */
export function mockHandlers(options: MockOptions = {}): MockHandlers {
  const { respond, controls } = createMock(options);
  const handler = http.all(apiUrls(), async ({ request }) => {
    try {
      return toFetchResponse(await respond(await readFetchRequest(request, options.bodyLimit)));
    } catch (error) {
      if (!(error instanceof Disruption)) throw error;
      if (error.kind === "timeout") await delay("infinite");
      return HttpResponse.error();
    }
  });
  return Object.assign([handler], controls);
}

/** Returns the pattern of the API's URLs: its hosts, and sibling hosts such as those of other regions. */
function apiUrls(): RegExp {
  const domains = testsigmaApi.hosts.map((host) => parentDomain(host).slice(1).replaceAll(".", "\\."));
  return new RegExp(`^https?://([\\w-]+\\.)*(${domains.join("|")})(:\\d+)?/`);
}
