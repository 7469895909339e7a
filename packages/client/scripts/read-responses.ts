import {
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
import type { OperationRoute, Shape } from "../src/operations/operation-route.ts";

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
    throw new Error(`${where}: the successful responses are ${[...kinds].join(" and ")}. Supported is one of them.`);
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

const jsonContentOf = ({ content }: SpecResponse): { schema: Schema | undefined }[] =>
  content.filter(({ mediaType }) => isJson(mediaType)).slice(0, 1);

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
function common(one: Shape, other: Shape): Shape {
  if (one === null || other === null) return null;
  if (Array.isArray(one) || Array.isArray(other)) return Array.isArray(one) && Array.isArray(other) ? [] : null;
  const shape = Object.entries(other).filter(([name]) => name in one);
  return Object.fromEntries(shape.map(([name, inner]) => [name, common(Reflect.get(one, name), inner)]));
}
