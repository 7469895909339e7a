import { isThisMachine } from "../http/hosts.js";
import type { MockRequest } from "../http/request.js";
import type { MockResponse } from "../http/response.js";

/**
 * Lets web pages read a response: those of this machine, and with the option `cors` those of any origin; without
 * credentials, so that browsers never send cookies.
 */
export function corsHeaders(
  request: MockRequest,
  { allow = "" }: MockResponse["headers"],
  cors: boolean,
): MockResponse["headers"] {
  const { method, headers } = request;
  const { origin } = headers;
  if (!cors && !isFromThisMachine(request)) return {};
  return {
    ...(cors
      ? { "access-control-allow-origin": "*" }
      : { "access-control-allow-origin": origin ?? "*", vary: "Origin" }),
    "access-control-expose-headers": "*",
    ...(method === "OPTIONS" &&
      "access-control-request-method" in headers && {
        "access-control-allow-methods": allow,
        // A `*` here would not cover Authorization.
        "access-control-allow-headers": headers["access-control-request-headers"] ?? "*",
      }),
  };
}

/** Returns the warning about a web page that may not read the response; `undefined` if it may. */
export function corsWarning(request: MockRequest, cors: boolean): string | undefined {
  const { origin } = request.headers;
  if (cors || origin === undefined || origin === request.url.origin || isFromThisMachine(request)) return undefined;
  return `The browser keeps the response from the page at ${origin}: start the mock with --cors (cors: true)`;
}

function isFromThisMachine({ headers: { origin } }: MockRequest): boolean {
  return origin !== undefined && URL.canParse(origin) && isThisMachine(new URL(origin).hostname);
}
