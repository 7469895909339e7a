/** Lets pages of every origin read an answer; without credentials, so that no cookie is ever sent along. */
export function allowEveryOrigin(request: Request, response: Response): Response {
  response.headers.set("access-control-allow-origin", "*");
  response.headers.set("access-control-expose-headers", "*");
  if (request.method === "OPTIONS" && request.headers.has("access-control-request-method")) {
    response.headers.set("access-control-allow-methods", response.headers.get("allow") ?? "");
    // A `*` here would not cover Authorization.
    response.headers.set("access-control-allow-headers", request.headers.get("access-control-request-headers") ?? "*");
  }
  return response;
}
