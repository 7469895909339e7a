import type { Operation, Parameter, Spec } from "@testsigma-tms/codegen";
import type { Send } from "../send.ts";
import type { Target } from "../targets/target.ts";
import { encodedBody } from "./encoded-body.ts";

/** The parts of a request: path, query and header parameters by name, and the body with its media type. */
export interface RequestParts {
  parameters: Record<string, unknown>;
  body?: unknown;
  /** @default "application/json" */
  mediaType?: string;
}

/** Sends a request to an operation without the client, so that it may be invalid in any way. */
export function requestTo(
  { baseUrl, apiKey, fetch: send, spec }: Pick<Target, "baseUrl" | "apiKey"> & { fetch: Send; spec: Spec },
  operation: Operation,
  { parameters, body, mediaType = "application/json" }: RequestParts,
  headers: Record<string, string> = { Authorization: `Bearer ${apiKey}` },
): Promise<Response> {
  const placed = (place: Parameter["in"]) =>
    operation.parameters
      .filter((parameter) => parameter.in === place)
      .flatMap(({ name }) => [parameters[name] ?? []].flat().map((value): [string, string] => [name, String(value)]));
  const path = placed("path").reduce(
    (filled, [name, value]) => filled.replace(`{${name}}`, encodeURIComponent(value)),
    operation.path,
  );
  const query = new URLSearchParams(placed("query")).toString();
  const encoded = body === undefined ? undefined : encodedBody(spec, operation, body, mediaType);
  return send(`${baseUrl}${path}${query && `?${query}`}`, {
    method: operation.method,
    headers: {
      // A form's media type includes its boundary, so fetch sets it.
      ...(typeof encoded === "string" && { "Content-Type": mediaType }),
      ...Object.fromEntries(placed("header")),
      ...headers,
    },
    redirect: "manual",
    ...(encoded !== undefined && { body: encoded }),
  });
}
