import fc, { type Arbitrary } from "fast-check";
import { arbitraryOf } from "./arbitrary-of.ts";
import { merged } from "./merged.ts";
import type { Schema } from "./operations.ts";
import { violations } from "./violations.ts";

/**
 * Values that break a schema in one place, small ones first: a member that is missing, of another type, out of bounds.
 * `undefined` for a schema that no value breaks.
 */
export function brokenOf(schema: Schema): Arbitrary<unknown> | undefined {
  const ways = [...wholeBroken(merged(schema)), ...partBroken(schema)];
  if (ways.length === 0) return undefined;
  return fc.oneof(...ways).filter((value) => violations(schema, value).length > 0);
}

const anything = fc.constantFrom<unknown>(null, true, 7, 1.5, "text", [], {});

function wholeBroken(schema: Schema): Arbitrary<unknown>[] {
  const isLimited = ["type", "enum", "const", "anyOf", "oneOf"].some((keyword) => keyword in schema);
  const { minLength = 0, maxLength, minItems = 0, maxItems, minimum, maximum } = schema as Record<string, number>;
  const items = { minLength: Number(maxItems) + 1, maxLength: Number(maxItems) + 1 };
  return [
    ...(isLimited ? [anything] : []),
    ...(schema.enum || schema.format || schema.pattern ? [fc.string()] : []),
    ...(minLength > 0 ? [fc.string({ maxLength: minLength - 1 })] : []),
    ...(maxLength !== undefined ? [fc.string({ minLength: maxLength + 1, maxLength: maxLength + 9 })] : []),
    ...(minItems > 0 ? [fc.constant([])] : []),
    ...(maxItems !== undefined ? [fc.array(arbitraryOf((schema.items ?? {}) as Schema), items)] : []),
    ...(minimum !== undefined ? [fc.integer({ min: minimum - 1e9, max: minimum - 1 })] : []),
    ...(maximum !== undefined ? [fc.integer({ min: maximum + 1, max: maximum + 1e9 })] : []),
  ];
}

/** Values with one member or item that is broken or missing. */
function partBroken(schema: Schema): Arbitrary<unknown>[] {
  const { properties = {}, required = [], items } = merged(schema);
  const fitting = arbitraryOf(schema);
  const brokenItem = items ? brokenOf(items as Schema) : undefined;
  return [
    ...(required as string[]).map((name) => fitting.map((value) => ({ ...(value as object), [name]: undefined }))),
    ...Object.entries(properties as Record<string, Schema>).flatMap(([name, member]) => {
      const broken = brokenOf(member);
      if (!broken) return [];
      return [fc.tuple(fitting, broken).map(([value, bad]) => ({ ...(value as object), [name]: bad }))];
    }),
    ...(brokenItem
      ? [fc.tuple(fitting, brokenItem).map(([value, bad]) => [...(Array.isArray(value) ? value : []), bad])]
      : []),
  ];
}
