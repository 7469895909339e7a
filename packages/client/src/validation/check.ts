import { isRecord } from "../options/describe-value.js";
import { brokenAssertions, count } from "./assertions.js";
import { inside, type Problem, Problems } from "./problems.js";
import type { ObjectSchema, Schema, Schemas } from "./schema.js";

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

  for (const allowed of brokenAssertions(place.value, schema)) reject(place, allowed);
  if (Array.isArray(place.value)) checkItems(place, place.value, schema);
  if (isRecord(place.value)) checkProperties(place, place.value, schema);

  const { $ref, allOf = [], anyOf, oneOf, not } = schema;
  if ($ref !== undefined) check(place, place.schemas[$ref] ?? true);
  for (const part of allOf) check(place, part);
  if (anyOf) countFitting(place, anyOf);
  if (oneOf && countFitting(place, oneOf) > 1) reject(place, "a value that fits one alternative only");
  if (not !== undefined && problemsOf(place, not).count === 0) reject(place, "another value");
}

function checkItems(place: Place, items: unknown[], { prefixItems = [], items: rest = true }: ObjectSchema): void {
  for (const [index, value] of items.entries()) {
    check(at(place, index, value), prefixItems[index] ?? rest);
  }
}

function checkProperties(place: Place, object: Record<string, unknown>, schema: ObjectSchema): void {
  const { properties = {}, patternProperties = {}, additionalProperties: rest = true, required = [] } = schema;
  const { minProperties = 0, maxProperties = Infinity } = schema;
  const names = Object.keys(object);
  if (names.length < minProperties) reject(place, `at least ${count(minProperties, "property")}`);
  if (names.length > maxProperties) reject(place, `at most ${count(maxProperties, "property")}`);
  for (const name of required) {
    if (!Object.hasOwn(object, name)) reject(at(place, name, undefined), "a value (required)");
  }
  for (const name of names) {
    const parts = Object.entries(patternProperties).flatMap(([pattern, part]) =>
      new RegExp(pattern, "u").test(name) ? [part] : [],
    );
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (property !== undefined) parts.push(property);
    for (const part of parts.length > 0 ? parts : [rest]) check(at(place, name, object[name]), part);
  }
}

/** Counts the alternatives that the value matches. If it matches none, adds the problems of the closest one. */
function countFitting(place: Place, alternatives: readonly Schema[]): number {
  const attempts = alternatives.map((alternative) => problemsOf(place, alternative));
  const fitting = attempts.filter(({ count }) => count === 0).length;
  if (fitting > 0) return fitting;

  const isAtRoot = ({ pointer }: Problem) => pointer === place.pointer;
  // Missing properties indicate the wrong alternative more strongly than wrong values do.
  const distance = ({ count, list }: Problems) =>
    list.some(isAtRoot) ? Infinity : count + list.filter(({ given }) => given === undefined).length;
  const closest = attempts.reduce((one, other) => (distance(other) < distance(one) ? other : one));
  const atRoot = attempts.flatMap(({ list }) => list.filter(isAtRoot).map(({ allowed }) => allowed));
  if (distance(closest) < Infinity) place.problems.addAll(closest);
  else reject(place, [...new Set(atRoot)].join(" or "));
  return 0;
}

function problemsOf(place: Place, schema: Schema): Problems {
  const problems = new Problems();
  check({ ...place, problems }, schema);
  return problems;
}

const reject = ({ pointer, value, problems }: Place, allowed: string) =>
  problems.add({ pointer, given: value, allowed });

const at = (place: Place, part: string | number, value: unknown): Place => ({
  ...place,
  value,
  pointer: inside(place.pointer, part),
});
