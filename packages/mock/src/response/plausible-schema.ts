import type { Resolve } from "../api/api.js";
import { isNode, type Node, nodeAt } from "../api/node.js";
import type { Schema } from "../api/operation.js";

/** The maximum number of times that a schema may be nested in itself. */
const maxRepeats = 2;

/** The keywords that the generator understands; it would treat any other as a property. */
const keywords = [
  ...["type", "enum", "const", "format", "pattern", "minLength", "maxLength", "minimum", "maximum", "multipleOf"],
  ...["exclusiveMinimum", "exclusiveMaximum", "minItems", "maxItems", "uniqueItems", "required"],
  ...["minProperties", "maxProperties", "default", "examples"],
];

/**
 * Makes a schema without references whose values mostly match the given schema and look like its examples: only named
 * properties, identifiers like those in the examples, times within a year of the example.
 *
 * @param seen the references that lead to this schema
 */
export function plausibleSchema(
  given: unknown,
  resolve: Resolve,
  examples: unknown[],
  seen: readonly unknown[] = [],
): Schema {
  if (!isNode(given)) return {};
  const path = given.$ref === undefined ? seen : [...seen, given.$ref];
  const schema = mergeAllOf(resolve(given), resolve);
  const known = Array.isArray(schema.examples) ? schema.examples : examples;
  if ("const" in schema || "enum" in schema) return pick(schema, keywords);
  return { ...pick(schema, keywords), ...narrow(schema, known), ...subschemas(schema, resolve, known, path) };
}

/** Merges the parts of an object, so that it can be closed as a whole. */
function mergeAllOf({ allOf, ...schema }: Schema, resolve: Resolve): Schema {
  if (!Array.isArray(allOf)) return schema;
  const parts = [...allOf.filter(isNode).map((part) => mergeAllOf(resolve(part), resolve)), schema];
  const required = parts.flatMap((part) => (Array.isArray(part.required) ? part.required : []));
  return {
    ...Object.assign({}, ...parts),
    properties: Object.assign({}, ...parts.map((part) => nodeAt(part, "properties"))),
    required: [...new Set(required)],
  };
}

/** Expands the keywords that hold schemas; leaves out schemas that are nested in themselves too often. */
function subschemas(schema: Schema, resolve: Resolve, examples: unknown[], seen: readonly unknown[]): Schema {
  const unfold = (part: unknown, known: unknown[] = []) => plausibleSchema(part, resolve, known, seen);
  const isSpent = (part: unknown) => isNode(part) && seen.filter((one) => one === part.$ref).length >= maxRepeats;
  const result: Record<string, unknown> = {};
  if (isNode(schema.properties)) {
    const shownAs = (name: string) => examples.flatMap((one) => (isNode(one) && name in one ? [one[name]] : []));
    const entries = Object.entries(schema.properties).filter(([, part]) => !isSpent(part));
    result.properties = Object.fromEntries(entries.map(([name, part]) => [name, unfold(part, shownAs(name))]));
    result.additionalProperties = false;
  }
  if (isNode(schema.items)) {
    if (isSpent(schema.items)) result.maxItems = 0;
    else result.items = unfold(schema.items, examples.flat());
  }
  for (const keyword of ["anyOf", "oneOf"]) {
    const choices = schema[keyword];
    if (!Array.isArray(choices)) continue;
    // A choice next to `properties` is a part of the object, and a closed part would match nothing.
    if (isNode(schema.properties)) delete result.additionalProperties;
    result[keyword] = choices.map((choice) => unfold(choice, examples));
  }
  return result;
}

function narrow(schema: Schema, examples: unknown[]): Schema {
  const types = [schema.type].flat();
  if (types.includes("string")) return narrowString(schema, examples);
  if (types.includes("integer") || types.includes("number")) return narrowNumber(schema, examples);
  return types.includes("array") ? { maxItems: 3, ...pick(schema, ["maxItems"]) } : {};
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const identifier = /^[A-Z][A-Z0-9_-]*$/;

function narrowString(schema: Schema, examples: unknown[]): Schema {
  const texts = examples.filter((example) => typeof example === "string");
  if ("pattern" in schema || "format" in schema || texts.length === 0) return {};
  if (texts.every((text) => uuid.test(text))) return { format: "uuid" };
  if (texts.every((text) => text === "")) return { enum: [""] };
  if (!texts.every((text) => identifier.test(text))) return {};
  const [first = ""] = texts;
  return /\d/.test(first)
    ? { pattern: `^${first.replace(/\d+/g, "[1-9][0-9]{0,2}")}$` }
    : { enum: [...new Set(texts)] };
}

const secondsInYear = 365 * 24 * 60 * 60;

/** Limits a Unix time, in seconds or milliseconds, to a year around the example, and other numbers to 1000 above it. */
function narrowNumber({ minimum = -Infinity, maximum = Infinity }: Schema, examples: unknown[]): Schema {
  const example = examples.find((value) => typeof value === "number") ?? 0;
  const spread = example >= 1e12 ? secondsInYear * 1000 : example >= 1e9 ? secondsInYear : 1000;
  const from = Math.max(example >= 1e9 ? example - spread : 0, Number(minimum));
  return { minimum: from, maximum: Math.max(from, Math.min(example + spread, Number(maximum))) };
}

const pick = (node: Node, keys: readonly string[]): Node =>
  Object.fromEntries(keys.filter((key) => key in node).map((key) => [key, node[key]]));
