import { isRecord } from "../options/describe-value.js";
import { formats } from "./formats.js";
import { isOfType } from "./is-of-type.js";
import type { ObjectSchema } from "./schema.js";

/**
 * Checks a value against the schema keywords that concern the value itself, and yields for each violation a description
 * of what is allowed; yields nothing for a valid value.
 */
export function* brokenAssertions(value: unknown, schema: ObjectSchema): Generator<string> {
  const types = [schema.type ?? []].flat();
  if (types.length > 0 && !types.some((type) => isOfType(value, type))) {
    return yield types.map((type) => typeWords[type] ?? type).join(" or ");
  }
  if (schema.enum && !schema.enum.some((other) => isEqual(value, other))) {
    yield `one of ${schema.enum.map((other) => JSON.stringify(other)).join(", ")}`;
  }
  if ("const" in schema && !isEqual(value, schema.const)) yield JSON.stringify(schema.const);
  if (schema.format && formats[schema.format]?.(value) === false) yield `a value in the format ${schema.format}`;

  if (typeof value === "string") yield* brokenByString(value, schema);
  if (typeof value === "number") yield* brokenByNumber(value, schema);
  if (Array.isArray(value)) yield* brokenByArray(value, schema);
}

function* brokenByString(value: string, { pattern, minLength = 0, maxLength = Infinity }: ObjectSchema) {
  // JSON Schema counts characters, JavaScript counts UTF-16 code units.
  const length = [...value].length;
  if (length < minLength) yield `a string of at least ${count(minLength, "character")}`;
  if (length > maxLength) yield `a string of at most ${count(maxLength, "character")}`;
  if (pattern !== undefined && !new RegExp(pattern, "u").test(value)) yield `a string that matches ${pattern}`;
}

function* brokenByNumber(value: number, schema: ObjectSchema) {
  // Comparisons with NaN are false.
  const { minimum = NaN, maximum = NaN, exclusiveMinimum = NaN, exclusiveMaximum = NaN, multipleOf } = schema;
  if (value < minimum) yield `a number of at least ${minimum}`;
  if (value > maximum) yield `a number of at most ${maximum}`;
  if (value <= exclusiveMinimum) yield `a number above ${exclusiveMinimum}`;
  if (value >= exclusiveMaximum) yield `a number below ${exclusiveMaximum}`;
  if (multipleOf !== undefined && !Number.isInteger(value / multipleOf)) yield `a multiple of ${multipleOf}`;
}

function* brokenByArray(value: unknown[], { minItems = 0, maxItems = Infinity, uniqueItems }: ObjectSchema) {
  if (value.length < minItems) yield `at least ${count(minItems, "item")}`;
  if (value.length > maxItems) yield `at most ${count(maxItems, "item")}`;
  if (uniqueItems && new Set(value.map(canonical)).size < value.length) yield "items that differ from each other";
}

const typeWords: Record<string, string> = {
  array: "an array",
  boolean: "a boolean",
  file: "a Blob, a File or a string",
  integer: "an integer",
  number: "a number",
  object: "an object",
  string: "a string",
};

const isEqual = (one: unknown, other: unknown) => canonical(one) === canonical(other);

/** Writes a value as JSON that does not depend on the order of properties. */
const canonical = (value: unknown) => JSON.stringify(value, (_, node) => (isRecord(node) ? sorted(node) : node));

function sorted(object: Record<string, unknown>) {
  const names = Object.keys(object).sort();
  return Object.fromEntries(names.map((name) => [name, object[name]]));
}

/** Writes a number with its noun: `1 item`, `2 properties`. */
export const count = (limit: number, noun: string) => `${limit} ${limit === 1 ? noun : `${noun.replace(/y$/, "ie")}s`}`;
