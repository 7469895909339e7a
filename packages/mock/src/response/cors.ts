import type { MockRequest } from "../http/mock-request.js";
import type { MockResponse } from "../http/mock-response.js";

/** Lets pages of any origin read a response; without credentials, so that browsers never send cookies. */
export function allowEveryOrigin({ method, headers }: MockRequest, response: MockResponse): MockResponse {
  const isPreflight = method === "OPTIONS" && headers.has("access-control-request-method");
  return {
    ...response,
    headers: {
      ...response.headers,
      "access-control-allow-origin": "*",
      "access-control-expose-headers": "*",
      ...(isPreflight && {
        "access-control-allow-methods": response.headers.allow ?? "",
        // A `*` here would not cover Authorization.
        "access-control-allow-headers": headers.get("access-control-request-headers") ?? "*",
      }),
    },
  };
}
