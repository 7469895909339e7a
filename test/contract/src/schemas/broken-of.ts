import { merged, type Schema, type Spec } from "@testsigma-tms/spec/reader";
import fc, { type Arbitrary } from "fast-check";
import { arbitraryOf } from "./arbitrary-of.ts";
import { violations } from "./violations.ts";

/** From this depth on, nothing is broken, so that recursive schemas have finite values. */
const maxDepth = 4;

/**
 * Generates values that break a schema of the spec in one place, small ones first: a property that is missing, of
 * another type or out of bounds. `undefined` for a schema that no value breaks.
 */
export function brokenOf(spec: Spec, schema: Schema, depth = 0): Arbitrary<unknown> | undefined {
  if (depth > maxDepth) return undefined;
  const whole = merged(schema, spec.resolve);
  const ways = [...wholeBroken(spec, whole), ...partBroken(spec, schema, whole, depth)];
  if (ways.length === 0) return undefined;
  return fc.oneof(...ways).filter((value) => violations(spec, schema, value).length > 0);
}

const anything = fc.constantFrom<unknown>(null, true, 7, 1.5, "text", [], {});

function wholeBroken(spec: Spec, schema: Schema): Arbitrary<unknown>[] {
  const isLimited = ["type", "enum", "const", "anyOf", "oneOf"].some((keyword) => keyword in schema);
  const { minLength = 0, maxLength, minItems = 0, maxItems = Number.NaN, minimum, maximum, minProperties = 0 } = schema;
  const tooMany = { minLength: maxItems + 1, maxLength: maxItems + 1 };
  const item = typeof schema.items === "object" ? schema.items : {};
  return [
    ...(isLimited ? [anything] : []),
    ...(schema.enum || schema.format || schema.pattern ? [fc.string()] : []),
    ...(minLength > 0 ? [fc.string({ maxLength: minLength - 1 })] : []),
    ...(maxLength !== undefined ? [fc.string({ minLength: maxLength + 1, maxLength: maxLength + 9 })] : []),
    ...(minItems > 0 ? [fc.constant([])] : []),
    ...(maxItems >= 0 ? [fc.array(arbitraryOf(spec, item), tooMany)] : []),
    ...(minimum !== undefined ? [fc.integer({ min: minimum - 1e9, max: minimum - 1 })] : []),
    ...(maximum !== undefined ? [fc.integer({ min: maximum + 1, max: maximum + 1e9 })] : []),
    ...(minProperties > 0 ? [fc.constant({})] : []),
  ];
}

/** Generates values with one property or item that is broken or missing. */
function partBroken(spec: Spec, schema: Schema, whole: Schema, depth: number): Arbitrary<unknown>[] {
  const { properties = {}, required = [], items } = whole;
  const fitting = arbitraryOf(spec, schema, depth);
  const brokenItem = typeof items === "object" ? brokenOf(spec, items, depth + 1) : undefined;
  return [
    ...required.map((name) => fitting.map((value) => ({ ...(value as object), [name]: undefined }))),
    ...Object.entries(properties).flatMap(([name, property]) => {
      const broken = brokenOf(spec, property as Schema, depth + 1);
      if (!broken) return [];
      return [fc.tuple(fitting, broken).map(([value, bad]) => ({ ...(value as object), [name]: bad }))];
    }),
    ...(brokenItem
      ? [fc.tuple(fitting, brokenItem).map(([value, bad]) => [...(Array.isArray(value) ? value : []), bad])]
      : []),
  ];
}
