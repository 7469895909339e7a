import fc, { type Arbitrary } from "fast-check";
import { arbitraryOf } from "./arbitrary-of.ts";
import { brokenOf } from "./broken-of.ts";
import type { Operation, Schema } from "./operations.ts";
import type { RequestParts } from "./request-to.ts";
import { violations } from "./violations.ts";

/** Requests that fit the description of an operation. */
export function goodRequests(operation: Operation): Arbitrary<RequestParts> {
  const body = bodySchema(operation);
  const parameters = operation.parameters.map(({ name, schema }) => [name, arbitraryOf(schema)]);
  const required = operation.parameters.filter((parameter) => parameter.required).map(({ name }) => name);
  return fc.record({
    parameters: fc.record(Object.fromEntries(parameters), { requiredKeys: required, noNullPrototype: true }),
    ...(body && { body: arbitraryOf(body) }),
  });
}

/**
 * Requests that break the description of an operation in one place: its body or one of its parameters is wrong or missing.
 * `undefined` for an operation that takes anything.
 */
export function badRequests(operation: Operation): Arbitrary<RequestParts> | undefined {
  const good = goodRequests(operation);
  const body = bodySchema(operation);
  const brokenBody = body && brokenOf(body);
  const ways: Arbitrary<RequestParts>[] = operation.parameters
    .filter(({ schema }) => schema.enum || schema.format)
    .map(({ name, schema }) =>
      fc.tuple(good, brokenText(schema)).map(([request, broken]) => ({
        ...request,
        parameters: { ...request.parameters, [name]: broken },
      })),
    );
  for (const { name, in: place, required } of operation.parameters) {
    // Without a path parameter it would be another path.
    if (required && place !== "path") ways.push(good.map((request) => withoutParameter(request, name)));
  }
  if (operation.requestBody?.required) ways.push(good.map(({ parameters }) => ({ parameters })));
  if (brokenBody) ways.push(fc.tuple(good, brokenBody).map(([request, broken]) => ({ ...request, body: broken })));
  return ways.length > 0 ? fc.oneof(...ways) : undefined;
}

function withoutParameter({ parameters, ...rest }: RequestParts, name: string): RequestParts {
  const { [name]: _, ...others } = parameters;
  return { ...rest, parameters: others };
}

const bodySchema = ({ requestBody }: Operation): Schema | undefined => requestBody?.content["application/json"]?.schema;

/** A parameter is text. "." and ".." would lead to another path, and so would nothing. */
const brokenText = (schema: Schema) =>
  fc.string().filter((text) => !/^\.{0,2}$/.test(text) && violations(schema, text).length > 0);
