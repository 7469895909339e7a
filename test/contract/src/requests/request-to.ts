import type { CallOptions, TestsigmaClient } from "@testsigma-tms/client";
import { fileType, merged, type Operation, type Parameter, type Schema } from "@testsigma-tms/spec/reader";
import { propertyOf } from "../schemas/violations.ts";
import { spec } from "../spec.ts";
import type { Target } from "../targets/target.ts";

/** The parts of a request: path, query and header parameters by name, and the body with its media type. */
export interface RequestParts {
  parameters: Record<string, unknown>;
  body?: unknown;
  /** @default "application/json" */
  mediaType?: string;
}

/** Sends a request to an operation without the client, so that it may be invalid in any way. */
export function requestTo(
  { baseUrl, apiKey, fetch: send }: Pick<Target, "baseUrl" | "apiKey" | "fetch">,
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
  const encoded = body === undefined ? undefined : encodedBody(operation, body, mediaType);
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

/** Encodes a body for sending: as JSON, or as a form with one part per property. */
function encodedBody(operation: Operation, body: unknown, mediaType: string): string | FormData {
  if (mediaType !== "multipart/form-data") return JSON.stringify(body);
  const schema = operation.requestBody?.content.find((content) => content.mediaType === mediaType)?.schema ?? {};
  const whole = merged(schema, spec.resolve);
  const form = new FormData();
  for (const [name, value] of Object.entries(body as object)) {
    const part = asFile(value, merged(propertyOf(whole, name) ?? {}, spec.resolve));
    form.append(name, part instanceof File ? part : String(part));
  }
  return form;
}

/** Returns the value of a part as a file if its schema says that it is one, else unchanged. */
export function asFile(value: unknown, schema: Schema): unknown {
  const type = fileType(schema);
  return type ? new File([String(value)], "report.xml", { type }) : value;
}

type Method = (input: Record<string, unknown>, options?: CallOptions) => Promise<unknown>;

/** Calls the client's method for an operation, with all parts of the request merged into one input. */
export function callOperation(
  client: TestsigmaClient,
  operation: Operation,
  { parameters, body, mediaType = "application/json" }: RequestParts,
  options?: CallOptions,
): Promise<unknown> {
  const method: Method | undefined = Reflect.get(client, operation.id);
  if (!method) throw new Error(`The client has no method ${operation.id}. Run "pnpm generate", then "pnpm build".`);
  const schema = operation.requestBody?.content.find((content) => content.mediaType === mediaType)?.schema;
  const isHeader = ([name]: [string, unknown]) =>
    operation.parameters.some((parameter) => parameter.in === "header" && parameter.name === name);
  const headers = Object.entries(parameters).filter(isHeader);
  const placed = Object.entries(parameters).filter((entry) => !isHeader(entry));
  const input = { ...Object.fromEntries(placed), ...inputOf(schema, body) };
  return method(headers.length > 0 ? { ...input, headers: Object.fromEntries(headers) } : input, options);
}

/** Returns the input for a body: its properties, or the whole body under `body` if it is not an object. */
function inputOf(schema: Schema = {}, body: unknown): object {
  if (body === undefined) return {};
  if (typeof body !== "object" || body === null || Array.isArray(body)) return { body };
  const whole = merged(schema, spec.resolve);
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      asFile(value, merged(propertyOf(whole, name) ?? {}, spec.resolve)),
    ]),
  );
}
