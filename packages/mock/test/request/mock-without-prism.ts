import { createMock, type Mock } from "../../src/create-mock.js";
import type { OpenApiDocument } from "../../src/index.js";
import type { MockOptions } from "../../src/options/options.js";
import { fromFetch } from "../../src/request/mock-request.js";

/**
 * A mock as a `fetch` that explains rejections in its own words, and does not wait for Prism to load.
 *
 * @param spec by default the bundled one
 */
export function mockWithoutPrism(
  spec?: object,
  options: MockOptions = {},
): Pick<Mock, "requests"> & ((url: string, init?: RequestInit) => Promise<Response>) {
  const chosen = spec ? { ...options, spec: spec as OpenApiDocument } : options;
  const mock = createMock(chosen, { loadPrism: async () => undefined });
  const send = async (url: string, init?: RequestInit) => {
    const { status, headers, body } = await mock.respond(fromFetch(new Request(url, init)));
    return new Response(body, { status, headers });
  };
  return Object.assign(send, { requests: mock.requests });
}
