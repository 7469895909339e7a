import { isFile, isRecord } from "../describe.js";
import { type Problem, Problems, pointerTo, required } from "./problems.js";

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

/** The check of one value, from its root to the place that is being looked at. */
export interface Check {
  /** The names and indices that lead from the root to the place. */
  readonly path: (string | number)[];
  readonly problems: Problems;
  /** The schemas that a `$ref` may name. */
  readonly schemas: Schemas;
}

/** Adds a problem for every place in a JSON value that the schema does not allow. */
export function check(at: Check, value: unknown, schema: Schema): void {
  const reject = (allowed: string) => at.problems.add({ pointer: pointerTo(at.path), given: value, allowed });
  if (schema === false) reject("no value");
  if (typeof schema === "boolean") return;

  const { $ref, type, allOf = [], anyOf } = schema;
  const types = [type ?? []].flat();
  if (types.length > 0 && !types.some((name) => isOfType(value, name))) {
    reject(types.map(describeSchemaType).join(" or "));
  } else {
    for (const allowed of brokenAssertions(value, schema)) reject(allowed);
  }
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) checkInside(at, index, item, schema.items);
  }
  if (isRecord(value)) checkProperties(at, value, schema);
  if ($ref !== undefined) check(at, value, at.schemas[$ref] ?? true);
  for (const part of allOf) check(at, value, part);
  if (anyOf) checkAlternatives(at, value, anyOf);
}

function checkInside(at: Check, part: string | number, value: unknown, schema: Schema = true): void {
  at.path.push(part);
  check(at, value, schema);
  at.path.pop();
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
  const {
    enum: allowed,
    format,
    pattern,
    minLength = 0,
    minimum = -Infinity,
    minItems = 0,
    minProperties = 0,
  } = schema;
  if (allowed && !allowed.includes(value)) yield `one of ${allowed.map((item) => JSON.stringify(item)).join(", ")}`;
  if (typeof value === "string") {
    if (format === "uuid" && !uuid.test(value)) yield `a value in the format ${format}`;
    // JSON Schema counts characters, JavaScript counts UTF-16 code units.
    if ([...value].length < minLength) yield `a string of at least ${count(minLength, "character")}`;
    if (pattern !== undefined && !new RegExp(pattern, "u").test(value)) yield `a string that matches ${pattern}`;
  }
  if (typeof value === "number" && value < minimum) yield `a number of at least ${minimum}`;
  if (Array.isArray(value) && value.length < minItems) yield `at least ${count(minItems, "item")}`;
  if (isRecord(value) && Object.keys(value).length < minProperties) {
    yield `at least ${count(minProperties, "property")}`;
  }
}

function checkProperties(at: Check, object: Record<string, unknown>, schema: ObjectSchema): void {
  const { properties = {}, patternProperties = {} } = schema;
  for (const name of schema.required ?? []) {
    if (!Object.hasOwn(object, name)) {
      at.problems.add({ pointer: pointerTo([...at.path, name]), given: undefined, allowed: required });
    }
  }
  for (const [name, value] of Object.entries(object)) {
    if (Object.hasOwn(properties, name)) checkInside(at, name, value, properties[name]);
    for (const [pattern, part] of Object.entries(patternProperties)) {
      if (new RegExp(pattern, "u").test(name)) checkInside(at, name, value, part);
    }
  }
}

/** Adds the problems of the closest alternative if the value matches none. */
function checkAlternatives(at: Check, value: unknown, alternatives: readonly Schema[]): void {
  const attempts = alternatives.map((alternative) => {
    const problems = new Problems();
    check({ ...at, problems }, value, alternative);
    return problems;
  });
  const pointer = pointerTo(at.path);
  const isAtRoot = (problem: Problem) => problem.pointer === pointer;
  // Missing properties indicate the wrong alternative more strongly than wrong values do.
  const distance = ({ count, list }: Problems) =>
    list.some(isAtRoot) ? Infinity : count + list.filter(({ given }) => given === undefined).length;
  const closest = attempts.reduce((best, attempt) => (distance(attempt) < distance(best) ? attempt : best));
  const atRoot = attempts.flatMap(({ list }) => list.filter(isAtRoot).map(({ allowed }) => allowed));
  if (distance(closest) < Infinity) at.problems.addAll(closest);
  else at.problems.add({ pointer, given: value, allowed: [...new Set(atRoot)].join(" or ") });
}

/** Returns a number with its noun: `1 item`, `2 properties`. */
const count = (limit: number, noun: string): string =>
  `${limit} ${limit === 1 ? noun : `${noun.replace(/y$/, "ie")}s`}`;
