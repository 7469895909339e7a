import fc, { type Arbitrary } from "fast-check";
import { arbitraryOf } from "./arbitrary-of.ts";
import { brokenOf } from "./broken-of.ts";
import type { Operation, Schema } from "./operations.ts";
import type { RequestParts } from "./request-to.ts";

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

/** Requests that break the description of an operation in one place: its body or one of its parameters. */
export function badRequests(operation: Operation): Arbitrary<RequestParts> {
  const body = bodySchema(operation);
  const good = goodRequests(operation);
  const wrongBody = body && fc.tuple(good, brokenOf(body)).map(([request, broken]) => ({ ...request, body: broken }));
  const wrongParameters = operation.parameters
    .filter(({ schema }) => schema.enum || schema.format)
    .map(({ name, schema }) =>
      fc.tuple(good, brokenText(schema)).map(([request, broken]) => ({
        ...request,
        parameters: { ...request.parameters, [name]: broken },
      })),
    );
  return fc.oneof(...(wrongBody ? [wrongBody] : []), ...wrongParameters);
}

/** Whether a request to the operation can be wrong at all. */
export const canBeBad = (operation: Operation) =>
  bodySchema(operation) !== undefined || operation.parameters.some(({ schema }) => schema.enum || schema.format);

const bodySchema = ({ requestBody }: Operation): Schema | undefined => requestBody?.content["application/json"]?.schema;

/** A parameter is text. "." and ".." would lead to another path, and so would nothing. */
const brokenText = (schema: Schema) =>
  brokenOf({ ...schema, type: "string" }).filter(
    (value) => typeof value === "string" && value !== "" && value !== "." && value !== "..",
  );
