import {
  hasFiles,
  isJson,
  isObject,
  type Operation,
  propertiesOf,
  type Resolve,
  requiredOf,
  type Schema,
  type SpecResponse,
  typeOf,
} from "@testsigma-tms/spec/reader";
import type { FormRoute, OperationRoute, Shape } from "../src/operation/route.ts";

/**
 * Reads the request body of an operation. The properties of an object are in the input; any other JSON is the input's
 * property `body`, and is `whole`.
 */
export function readBody({ id, method, path, requestBody }: Operation, resolve: Resolve) {
  if (!requestBody) return undefined;
  const schemaOf = (mediaType: string) => {
    const content = requestBody.content.find((candidate) => candidate.mediaType === mediaType);
    return content && (content.schema ?? {});
  };
  const jsonSchema = schemaOf("application/json");
  const formSchema = schemaOf("multipart/form-data");
  const hasProperties = jsonSchema !== undefined && isObject(jsonSchema, resolve);
  if (formSchema && jsonSchema && !hasProperties)
    throw new Error(`${id} (${method} ${path}): next to a form, JSON must be an object.`);

  const inJson = propertiesOf((hasProperties && jsonSchema) || {}, resolve);
  const inForm = propertiesOf(formSchema ?? {}, resolve);
  const files = [...inForm].filter(([, schema]) => hasFiles(schema, resolve)).map(([name]) => name);
  const onlyInForm = [...inForm.keys()].filter((name) => !inJson.has(name));
  const form: FormRoute | undefined = formSchema && { files, ...(jsonSchema && { onlyWith: onlyInForm }) };
  return {
    isRequired: requestBody.isRequired,
    isWhole: jsonSchema !== undefined && !hasProperties,
    jsonSchema,
    formSchema,
    form,
    /** Every property that is in the input. */
    properties: new Map([...inForm, ...inJson]),
    required: requiredOf((hasProperties ? jsonSchema : formSchema) ?? {}, resolve),
  };
}

/** The statuses that never have a body in HTTP, even if the documentation shows one. */
const neverWithBody = ["204", "205"];

/**
 * Reads the successful responses of an operation, of which the documented JSON bodies determine the type of the result.
 */
export function readSuccess({ responses }: Operation, resolve: Resolve) {
  const successes = responses.filter(({ isSuccess }) => isSuccess);
  const full = successes.filter(({ content }) => content.length > 0);
  const [kind] = full.map(kindOf);
  const json = full.flatMap((success) =>
    jsonContentOf(success).map(({ schema = {} }) => ({ status: success.status, schema })),
  );
  const empty = successes.filter((success) => !full.includes(success) || neverWithBody.includes(success.status));
  return {
    route: {
      ...(kind === "json" && { result: json.map(({ schema }) => shapeOf(schema, resolve)).reduce(common) }),
      ...(kind === "json" && empty.length > 0 && { empty: empty.map(({ status }) => Number(status)) }),
      ...(kind !== undefined && kind !== "json" && { returns: kind }),
    },
    json,
    mayBeEmpty: empty.length > 0,
  };
}

function jsonContentOf({ content }: SpecResponse): { schema: Schema | undefined }[] {
  return content.filter(({ mediaType }) => isJson(mediaType)).slice(0, 1);
}

function kindOf(response: SpecResponse): "json" | NonNullable<OperationRoute["returns"]> {
  if (jsonContentOf(response).length > 0) return "json";
  return response.content.some(({ mediaType }) => mediaType.startsWith("text/")) ? "text" : "blob";
}

/** The depth of the wrapper around the requested content: `data`, and in it the entity or the list. */
const wrapperDepth = 2;

/**
 * Returns the minimum content of a successful body: its required properties, and in these the required objects and
 * arrays. Nothing more, because a create that was executed must not fail for a property deep inside.
 */
function shapeOf(node: Schema, resolve: Resolve, depth = 0): Shape {
  const schema = resolve<Schema>(node);
  if (typeOf(schema) === "array") return [];
  if (!isObject(schema, resolve)) return null;
  if (depth === wrapperDepth) return {};
  const properties = propertiesOf(schema, resolve);
  const required = requiredOf(schema, resolve)
    .map((name): [string, Shape] => [name, shapeOf(properties.get(name) ?? {}, resolve, depth + 1)])
    .filter(([, shape]) => depth === 0 || shape !== null);
  return Object.fromEntries(required);
}

/** Returns the part that two shapes have in common. */
function common(a: Shape, b: Shape): Shape {
  if (a === null || b === null) return null;
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) ? [] : null;
  const shared = Object.entries(b).filter(([name]) => name in a);
  return Object.fromEntries(shared.map(([name, inner]) => [name, common(Reflect.get(a, name), inner)]));
}
