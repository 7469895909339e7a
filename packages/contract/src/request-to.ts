import type { Operation, Parameter } from "./operations.ts";
import type { Send } from "./recording-fetch.ts";
import type { Target } from "./target.ts";

/** What a request carries: path, query and header members by name, and the body. */
export interface RequestParts {
  parameters: Record<string, unknown>;
  body?: unknown;
}

/** Sends a request to an operation, past the client, so that it may be wrong in any way. */
export function requestTo(
  { baseUrl, apiKey, fetch: send }: Pick<Target, "baseUrl" | "apiKey"> & { fetch: Send },
  operation: Operation,
  { parameters, body }: RequestParts,
  headers: Record<string, string> = { Authorization: `Bearer ${apiKey}` },
): Promise<Response> {
  const placed = (place: Parameter["in"]) =>
    operation.parameters
      .filter((parameter) => parameter.in === place && parameter.name in parameters)
      .map(({ name }): [string, string] => [name, String(parameters[name])]);
  const path = placed("path").reduce(
    (filled, [name, value]) => filled.replace(`{${name}}`, encodeURIComponent(value)),
    operation.path,
  );
  const query = new URLSearchParams(placed("query")).toString();
  return send(`${baseUrl}${path}${query && `?${query}`}`, {
    method: operation.method,
    headers: {
      ...(body !== undefined && { "Content-Type": "application/json" }),
      ...Object.fromEntries(placed("header")),
      ...headers,
    },
    redirect: "manual",
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}
