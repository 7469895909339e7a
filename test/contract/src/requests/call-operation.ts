import type { CallOptions, TestsigmaClient } from "@testsigma-tms/client";
import { merged, type Operation, type Schema } from "@testsigma-tms/spec/reader";
import { propertyOf } from "../schemas/violations.ts";
import { spec } from "../spec.ts";
import { asFile, type RequestParts } from "./request-to.ts";

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
