import { isFile, isRecord } from "../describe.js";
import { inside, type Problem, Problems, required } from "./problems.js";

/**
 * A JSON Schema (draft 2020-12) with the keywords that the spec uses; the generator rejects any other. `$ref` is the
 * name of another schema in one table, so that a schema may contain itself. The type `file` is a `Blob`, a `File` or a
 * string.
 */
export type Schema = boolean | ObjectSchema;

export interface ObjectSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  /** Only `uuid` is checked. */
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly minProperties?: number;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Schemas;
  readonly patternProperties?: Schemas;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

export type Schemas = Readonly<Record<string, Schema>>;

const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** A value to check, and the list that collects its problems. */
interface Place {
  readonly value: unknown;
  /** The JSON pointer (RFC 6901) to the value. */
  readonly pointer: string;
  readonly problems: Problems;
  /** The schemas that a `$ref` may name. */
  readonly schemas: Schemas;
}

/** Adds a problem for every place in a JSON value that the schema does not allow. */
export function check(place: Place, schema: Schema): void {
  if (schema === false) reject(place, "no value");
  if (typeof schema === "boolean") return;

  const { value, schemas } = place;
  const { $ref, type, allOf = [], anyOf } = schema;
  const types = [type ?? []].flat();
  if (types.length > 0 && !types.some((name) => isOfType(value, name))) {
    reject(place, types.map(describeSchemaType).join(" or "));
  } else {
    for (const allowed of brokenAssertions(value, schema)) reject(place, allowed);
  }
  if (Array.isArray(value)) checkItems(place, value, schema);
  if (isRecord(value)) checkProperties(place, value, schema);
  if ($ref !== undefined) check(place, schemas[$ref] ?? true);
  for (const part of allOf) check(place, part);
  if (anyOf) checkAlternatives(place, anyOf);
}

function isOfType(value: unknown, type: string): boolean {
  if (type === "file") return typeof value === "string" || isFile(value);
  if (type === "integer") return Number.isInteger(value);
  if (type === "number") return Number.isFinite(value);
  if (type === "array") return Array.isArray(value);
  if (type === "null") return value === null;
  // The other types have the same names in `typeof`.
  return type === "object" ? isRecord(value) : typeof value === type;
}

function describeSchemaType(type: string): string {
  if (type === "null") return type;
  if (type === "file") return "a Blob, a File or a string";
  return `${/^[aio]/.test(type) ? "an" : "a"} ${type}`;
}

/** Yields a description of what is allowed for each keyword about the value itself that the value breaks. */
function* brokenAssertions(value: unknown, schema: ObjectSchema): Generator<string> {
  const { enum: allowed, format, pattern, minLength = 0, minimum = -Infinity, minItems = 0 } = schema;
  if (allowed && !allowed.includes(value)) yield `one of ${allowed.map((item) => JSON.stringify(item)).join(", ")}`;
  if (typeof value === "string") {
    if (format === "uuid" && !uuid.test(value)) yield `a value in the format ${format}`;
    // JSON Schema counts characters, JavaScript counts UTF-16 code units.
    if ([...value].length < minLength) yield `a string of at least ${count(minLength, "character")}`;
    if (pattern !== undefined && !new RegExp(pattern, "u").test(value)) yield `a string that matches ${pattern}`;
  }
  if (typeof value === "number" && value < minimum) yield `a number of at least ${minimum}`;
  if (Array.isArray(value) && value.length < minItems) yield `at least ${count(minItems, "item")}`;
}

function checkItems(place: Place, list: unknown[], { items = true }: ObjectSchema): void {
  for (const [index, value] of list.entries()) check(at(place, index, value), items);
}

function checkProperties(place: Place, object: Record<string, unknown>, schema: ObjectSchema): void {
  const { properties = {}, patternProperties = {}, minProperties = 0 } = schema;
  const names = Object.keys(object);
  if (names.length < minProperties) reject(place, `at least ${count(minProperties, "property")}`);
  for (const name of schema.required ?? []) {
    if (!Object.hasOwn(object, name)) reject(at(place, name, undefined), required);
  }
  for (const name of names) {
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (property !== undefined) check(at(place, name, object[name]), property);
    for (const [pattern, part] of Object.entries(patternProperties)) {
      if (new RegExp(pattern, "u").test(name)) check(at(place, name, object[name]), part);
    }
  }
}

/** Adds the problems of the closest alternative if the value matches none. */
function checkAlternatives(place: Place, alternatives: readonly Schema[]): void {
  const attempts = alternatives.map((alternative) => problemsOf(place, alternative));
  if (attempts.some(({ count }) => count === 0)) return;

  const isAtRoot = ({ pointer }: Problem) => pointer === place.pointer;
  // Missing properties indicate the wrong alternative more strongly than wrong values do.
  const distance = ({ count, list }: Problems) =>
    list.some(isAtRoot) ? Infinity : count + list.filter(({ given }) => given === undefined).length;
  const closest = attempts.reduce((best, attempt) => (distance(attempt) < distance(best) ? attempt : best));
  const atRoot = attempts.flatMap(({ list }) => list.filter(isAtRoot).map(({ allowed }) => allowed));
  if (distance(closest) < Infinity) place.problems.addAll(closest);
  else reject(place, [...new Set(atRoot)].join(" or "));
}

function problemsOf(place: Place, schema: Schema): Problems {
  const problems = new Problems();
  check({ ...place, problems }, schema);
  return problems;
}

function reject({ pointer, value, problems }: Place, allowed: string): void {
  problems.add({ pointer, given: value, allowed });
}

const at = (place: Place, part: string | number, value: unknown): Place => ({
  ...place,
  value,
  pointer: inside(place.pointer, part),
});

/** Returns a number with its noun: `1 item`, `2 properties`. */
const count = (limit: number, noun: string): string =>
  `${limit} ${limit === 1 ? noun : `${noun.replace(/y$/, "ie")}s`}`;
