import { isNode, type Node, nodeAt } from "../document/node.js";
import type { Schema } from "../document/operation.js";
import type { Resolve } from "../document/resolve.js";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const identifier = /^[A-Z][A-Z0-9_-]*$/;
const secondsInYear = 365 * 24 * 60 * 60;
/** So often may a schema contain itself on the way down. */
const maxRepeats = 2;
/** More parts take seconds to fill, and schemas that all refer to each other have them without end. */
const maxParts = 1_000;
/** So many references are followed into each other at first; fewer, where that gives too many parts. */
const mostLevels = 32;

/** What the generator understands; it takes any other keyword for a property. */
const keywords = [
  ...["type", "enum", "const", "format", "pattern", "minLength", "maxLength", "minimum", "maximum", "multipleOf"],
  ...[
    "exclusiveMinimum",
    "exclusiveMaximum",
    "items",
    "prefixItems",
    "contains",
    "minItems",
    "maxItems",
    "uniqueItems",
  ],
  ...["properties", "required", "additionalProperties", "patternProperties", "minProperties", "maxProperties"],
  ...["propertyNames", "dependentRequired", "anyOf", "oneOf", "default", "examples"],
];

/** How a schema is unfolded. */
interface Unfolding {
  resolve: Resolve;
  /** How many references within each other are followed into what is optional. */
  levels: number;
  /** How many parts it may still have. */
  partsLeft: number;
}

/**
 * A schema without references, most of whose values match the given one, narrowed to what its examples look like: only
 * named properties, identifiers like the exemplary identifiers, times within a year of the exemplary time. Where the whole
 * would be too large, it leaves out optional parts that lie deep.
 */
export function plausibleSchema(
  given: unknown,
  resolve: Resolve,
  examples: unknown[] = [],
  levels = mostLevels,
): Schema {
  const unfolding = { resolve, levels, partsLeft: maxParts };
  const schema = unfold(given, unfolding, examples, []);
  return unfolding.partsLeft > 0 || levels === 1 ? schema : plausibleSchema(given, resolve, examples, levels / 2);
}

function unfold(given: unknown, unfolding: Unfolding, examples: unknown[], seen: readonly unknown[]): Schema {
  if (!isNode(given) || unfolding.partsLeft-- <= 0) return {};
  const { resolve } = unfolding;
  const reference = given.$ref;
  if (seen.filter((one) => one === reference).length >= maxRepeats) return {};
  const path = reference === undefined ? seen : [...seen, reference];
  const schema = mergeAllOf(resolve(given), resolve);
  const known = Array.isArray(schema.examples) ? schema.examples : "example" in schema ? [schema.example] : examples;
  if ("x-faker" in schema) return { type: schema.type, faker: schema["x-faker"] };
  if ("const" in schema || "enum" in schema) return pick(schema, keywords);
  const narrowed = { ...pick(schema, keywords), ...narrow(schema, known) };
  return { ...narrowed, ...subschemas(schema, unfolding, known, path) };
}

/** Joins the parts of an object, so that it can be closed as a whole. */
function mergeAllOf({ allOf, ...schema }: Schema, resolve: Resolve): Schema {
  if (!Array.isArray(allOf)) return schema;
  const parts = [...allOf.filter(isNode).map((part) => mergeAllOf(resolve(part), resolve)), schema];
  const properties = Object.assign({}, ...parts.map((part) => nodeAt(part, "properties")));
  const required = parts.flatMap((part) => (Array.isArray(part.required) ? part.required : []));
  return {
    ...Object.assign({}, ...parts),
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(required.length > 0 && { required: [...new Set(required)] }),
  };
}

function narrow(schema: Schema, examples: unknown[]): Schema {
  const types = [schema.type].flat();
  if (types.includes("string")) return plausibleString(schema, examples);
  if (types.includes("integer") || types.includes("number")) return plausibleNumber(schema, examples);
  if (types.includes("array"))
    return { maxItems: Math.max(3, Number(schema.minItems ?? 0)), ...pick(schema, ["maxItems"]) };
  return isNode(schema.properties) ? { additionalProperties: false, ...pick(schema, ["additionalProperties"]) } : {};
}

function plausibleString(schema: Schema, examples: unknown[]): Schema {
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

function plausibleNumber(schema: Schema, examples: unknown[]): Schema {
  const example = examples.find((value) => typeof value === "number") ?? 0;
  const [low, high] = plausibleRange(example);
  const { minimum, maximum } = schema;
  const isBounded = typeof maximum === "number" && maximum < 2 ** 31 - 1;
  if (isBounded || "exclusiveMinimum" in schema || "exclusiveMaximum" in schema) return {};
  const from = Math.max(low, typeof minimum === "number" ? minimum : low);
  return {
    minimum: from,
    maximum: Math.max(from, Math.min(Math.max(high, from + 1000), typeof maximum === "number" ? maximum : Infinity)),
  };
}

/** Around a Unix time in seconds or milliseconds, a year to either side; else up to a thousand. */
function plausibleRange(example: number): [number, number] {
  if (example >= 1e9 && example < 1e10) return [example - secondsInYear, example + secondsInYear];
  if (example >= 1e12 && example < 1e13) return [example - secondsInYear * 1000, example + secondsInYear * 1000];
  return [Math.min(0, example), Math.max(1000, example)];
}

/** The keywords that hold schemas. */
function subschemas(schema: Schema, unfolding: Unfolding, examples: unknown[], seen: readonly unknown[]): Schema {
  const inner = (part: unknown, known: unknown[] = []) => unfold(part, unfolding, known, seen);
  const isSpent = (part: unknown, isRequired = false) => {
    if (!isNode(part) || part.$ref === undefined) return false;
    const isTooDeep = !isRequired && seen.length >= unfolding.levels;
    return isTooDeep || seen.filter((one) => one === part.$ref).length >= maxRepeats;
  };
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  const result: Record<string, unknown> = {};
  if (isNode(schema.properties)) {
    const exampleOf = (name: string) =>
      examples.flatMap((example) => (isNode(example) && name in example ? [example[name]] : []));
    const entries = Object.entries(schema.properties).filter(([name, part]) => !isSpent(part, required.has(name)));
    result.properties = Object.fromEntries(entries.map(([name, part]) => [name, inner(part, exampleOf(name))]));
  }
  if (isNode(schema.items)) {
    if (isSpent(schema.items)) result.maxItems = Number(schema.minItems ?? 0);
    else result.items = inner(schema.items, examples.flat());
  }
  if (Array.isArray(schema.prefixItems)) result.prefixItems = schema.prefixItems.map((part) => inner(part));
  if (isNode(schema.additionalProperties)) result.additionalProperties = inner(schema.additionalProperties);
  for (const keyword of ["anyOf", "oneOf"]) {
    const choices = schema[keyword];
    if (!Array.isArray(choices)) continue;
    // A choice beside `properties` is a part of an object, and a part that is closed matches nothing.
    if (isNode(schema.properties)) delete result.additionalProperties;
    const open = choices.filter((choice) => !isSpent(choice));
    result[keyword] = (open.length > 0 ? open : choices).map((choice) => inner(choice, examples));
  }
  return result;
}

const pick = (node: Node, keys: readonly string[]): Node =>
  Object.fromEntries(keys.filter((key) => key in node).map((key) => [key, node[key]]));
