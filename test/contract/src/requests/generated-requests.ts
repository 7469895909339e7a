import { merged, type Operation, type Parameter, type Schema, type Spec } from "@testsigma-tms/spec/reader";
import fc, { type Arbitrary } from "fast-check";
import { arbitraryOf } from "../schemas/arbitrary-of.ts";
import { brokenOf } from "../schemas/broken-of.ts";
import { propertyOf, violations } from "../schemas/violations.ts";
import { spec as api } from "../spec.ts";
import type { RequestParts } from "./request-to.ts";

/** The seed of all tests, so that failures are reproducible. */
export const seed = 20261123;

/** Returns requests that match an operation of this API. */
export function samples(operation: Operation, numRuns: number): RequestParts[] {
  return fc.sample(goodRequests(api, operation), { seed, numRuns });
}

/** Generates requests that match an operation of the spec, in each of its media types. */
export function goodRequests(spec: Spec, operation: Operation): Arbitrary<RequestParts> {
  const parameters = operation.parameters.map((parameter) => [parameter.name, parameterOf(spec, parameter)]);
  const required = operation.parameters.filter((parameter) => parameter.required).map(({ name }) => name);
  const placed = fc.record(Object.fromEntries(parameters), {
    requiredKeys: required as never[],
    noNullPrototype: true,
  });
  const { content = [], isRequired } = operation.requestBody ?? {};
  const withBody = content.map(({ mediaType, schema = {} }) =>
    fc
      .record({ parameters: placed, body: formOrJson(spec, mediaType, schema), mediaType: fc.constant(mediaType) })
      .map(withOneValueAName),
  );
  const withoutBody = isRequired ? [] : [fc.record({ parameters: placed })];
  return fc.oneof(...withBody, ...withoutBody);
}

/** Generates values of a parameter. In a path, ".", ".." and "" would lead elsewhere. */
function parameterOf(spec: Spec, parameter: Parameter): Arbitrary<unknown> {
  const values = arbitraryOf(spec, schemaOf(parameter));
  return parameter.in === "path" ? values.filter((value) => !/^\.{0,2}$/.test(String(value))) : values;
}

/** Generates bodies. Forms get only parts that the spec names. */
const formOrJson = (spec: Spec, mediaType: string, schema: Schema) =>
  arbitraryOf(
    spec,
    mediaType === "multipart/form-data" ? { ...merged(schema, spec.resolve), additionalProperties: false } : schema,
  );

/** Uses the same value for a name that is in both the path and the body, such as `project_id`. */
function withOneValueAName<Parts extends RequestParts>(request: Parts): Parts {
  const { parameters, body } = request;
  if (typeof body !== "object" || body === null || Array.isArray(body)) return request;
  const shared = Object.entries(parameters).filter(([name]) => name in body);
  return { ...request, body: { ...body, ...Object.fromEntries(shared) } };
}

/**
 * Generates requests that break the spec of an operation in one place: the body or a parameter is wrong or missing, or
 * the two disagree. `undefined` for an operation that accepts anything.
 */
export function badRequests(spec: Spec, operation: Operation): Arbitrary<RequestParts> | undefined {
  const good = goodRequests(spec, operation);
  const ways: Arbitrary<RequestParts>[] = [
    ...operation.parameters.flatMap((parameter) => {
      const broken = brokenParameter(spec, schemaOf(parameter));
      if (!broken) return [];
      return [fc.tuple(good, broken).map(([request, value]) => withParameter(request, parameter.name, value))];
    }),
    // Without a path parameter, it would be another path.
    ...operation.parameters
      .filter((parameter) => parameter.required && parameter.in !== "path")
      .map(({ name }) => good.map((request) => withParameter(request, name, undefined))),
    // The path and the body name different projects.
    ...namesInPathAndBody(spec, operation).map((name) =>
      fc
        .tuple(good, fc.uuid())
        .filter(([{ parameters }, other]) => parameters[name] !== other)
        .map(([request, other]) => ({ ...request, body: { ...(request.body as object), [name]: other } })),
    ),
    ...(operation.requestBody?.isRequired ? [good.map(({ parameters }) => ({ parameters }))] : []),
    ...(operation.requestBody?.content ?? []).flatMap(({ mediaType, schema = {} }) => {
      const bodies = mediaType === "multipart/form-data" ? incompleteForms(spec, schema) : brokenOf(spec, schema);
      return bodies ? [fc.tuple(good, bodies).map(([request, body]) => ({ ...request, body, mediaType }))] : [];
    }),
  ];
  return ways.length > 0 ? fc.oneof(...ways) : undefined;
}

/** Returns the names that are in both the path and the body of an operation that accepts only JSON. */
function namesInPathAndBody(spec: Spec, { parameters, requestBody }: Operation): string[] {
  const [content, form] = requestBody?.content ?? [];
  if (!content?.schema || form) return [];
  const body = merged(content.schema, spec.resolve);
  return parameters.filter(({ name, in: place }) => place === "path" && propertyOf(body, name)).map(({ name }) => name);
}

function withParameter({ parameters, ...rest }: RequestParts, name: string, value: unknown): RequestParts {
  return { ...rest, parameters: { ...parameters, [name]: value } };
}

const schemaOf = ({ schema = {} }: Parameter): Schema => schema;

/** Generates texts that are not valid values of a parameter; `undefined` if every text is valid. */
function brokenParameter(spec: Spec, schema: Schema): Arbitrary<unknown> | undefined {
  const { type, minimum, maximum, ...rest } = merged(schema, spec.resolve);
  if (type === "integer" || type === "number") {
    return fc.oneof(
      fc.stringMatching(/^[a-z]{1,8}$/),
      ...(minimum === undefined ? [] : [fc.integer({ min: minimum - 1e9, max: minimum - 1 })]),
      ...(maximum === undefined ? [] : [fc.integer({ min: maximum + 1, max: maximum + 1e9 })]),
    );
  }
  if (!rest.enum && !rest.format) return undefined;
  // ".", ".." and "" would lead to another path.
  return fc.string().filter((text) => !/^\.{0,2}$/.test(text) && violations(spec, schema, text).length > 0);
}

/** Generates forms that lack one required part; `undefined` if no part is required. */
function incompleteForms(spec: Spec, schema: Schema): Arbitrary<unknown> | undefined {
  const { required = [] } = merged(schema, spec.resolve);
  if (required.length === 0) return undefined;
  return fc.tuple(formOrJson(spec, "multipart/form-data", schema), fc.constantFrom(...required)).map(([form, name]) => {
    const { [name]: _, ...others } = form as Record<string, unknown>;
    return others;
  });
}
