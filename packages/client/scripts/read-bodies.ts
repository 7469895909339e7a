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
} from "@testsigma-tms/codegen";
import type { FormRoute, OperationRoute, Shape } from "../src/operation/route.ts";

const readable = ["application/json", "multipart/form-data"];

/**
 * Reads the request body of an operation; rejects a body that the client could not send. The properties of an object are
 * in the input; any other JSON is the input's property `body`, and is `whole`.
 */
export function readBody(where: string, { method, requestBody }: Operation, resolve: Resolve) {
  if (!requestBody) return undefined;
  if (method === "GET" || method === "HEAD") throw new Error(`${where}: fetch sends no body with ${method}.`);
  const unknown = requestBody.content.find(({ mediaType }) => !readable.includes(mediaType));
  if (unknown) {
    const supported = `Supported: ${readable.join(", ")}.`;
    throw new Error(`${where}: a request body of ${unknown.mediaType} is not supported. ${supported}`);
  }
  const schemaOf = (mediaType: string) => {
    const content = requestBody.content.find((candidate) => candidate.mediaType === mediaType);
    return content && (content.schema ?? {});
  };
  const jsonSchema = schemaOf("application/json");
  const formSchema = schemaOf("multipart/form-data");
  const hasProperties = jsonSchema !== undefined && isObject(jsonSchema, resolve);
  if (formSchema && !isObject(formSchema, resolve)) throw new Error(`${where}: the form is not an object of parts.`);
  if (formSchema && jsonSchema && !hasProperties) throw new Error(`${where}: next to a form, JSON must be an object.`);

  const inJson = propertiesOf((hasProperties && jsonSchema) || {}, resolve);
  const inForm = propertiesOf(formSchema ?? {}, resolve);
  const json = [...inForm].find(([, schema]) => isJsonPart(schema, resolve));
  if (json)
    throw new Error(
      `${where}: the form part \`${json[0]}\` is JSON. Only files, single values and lists are supported.`,
    );
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

/** Returns whether a form part is an object, or a list of objects. */
function isJsonPart(node: Schema, resolve: Resolve): boolean {
  const schema = resolve<Schema>(node);
  const isList = typeOf(schema) === "array" && typeof schema.items === "object";
  return isObject(isList ? (schema.items as Schema) : schema, resolve);
}

/** The statuses that never have a body in HTTP, even if the documentation shows one. */
const neverWithBody = ["204", "205"];

/**
 * Reads the successful responses of an operation, of which the documented JSON bodies determine the type of the result;
 * rejects responses of different kinds.
 */
export function readSuccess(where: string, { responses }: Operation, resolve: Resolve) {
  const successes = responses.filter(({ isSuccess }) => isSuccess);
  if (successes.length === 0) throw new Error(`${where}: no successful response is described.`);
  const full = successes.filter(({ content }) => content.length > 0);
  const kinds = new Set(full.map(kindOf));
  if (kinds.size > 1) {
    throw new Error(`${where}: only one kind of successful response is supported; found ${[...kinds].join(" and ")}.`);
  }
  const [kind] = kinds;
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
