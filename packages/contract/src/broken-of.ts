import fc, { type Arbitrary } from "fast-check";
import { arbitraryOf } from "./arbitrary-of.ts";
import { violations } from "./deviations.ts";
import type { Schema } from "./operations.ts";

/** Values that break a schema in one place, small ones first: a member that is missing, of another type, out of bounds. */
export function brokenOf(schema: Schema): Arbitrary<unknown> {
  return fc.oneof(...breaches(schema)).filter((value) => violations(schema, value).length > 0);
}

const anything = fc.constantFrom<unknown>(null, true, 7, 1.5, "text", [], {});

function breaches(schema: Schema): Arbitrary<unknown>[] {
  const {
    type,
    properties,
    required = [],
    items,
    minLength,
    minItems,
    minimum,
    maximum,
    enum: values,
    format,
  } = schema;
  const out: Arbitrary<unknown>[] = [];
  if (type) out.push(anything);
  if (values || format) out.push(fc.string());
  if (typeof minLength === "number" && minLength > 0) out.push(fc.string({ maxLength: minLength - 1 }));
  if (typeof minimum === "number") out.push(fc.integer({ max: minimum - 1 }));
  if (typeof maximum === "number") out.push(fc.integer({ min: maximum + 1 }));
  if (typeof minItems === "number" && minItems > 0) out.push(fc.constant([]));
  if (items) out.push(brokenItem(schema, items as Schema));
  for (const name of required as string[]) out.push(arbitraryOf(schema).map((value) => without(value, name)));
  for (const [name, member] of Object.entries((properties ?? {}) as Record<string, Schema>)) {
    const broken = breaches(member).length > 0 ? brokenOf(member) : undefined;
    if (broken)
      out.push(fc.tuple(arbitraryOf(schema), broken).map(([value, bad]) => ({ ...(value as object), [name]: bad })));
  }
  return out;
}

function brokenItem(schema: Schema, items: Schema): Arbitrary<unknown> {
  return fc.tuple(arbitraryOf(schema), brokenOf(items)).map(([value, bad]) => [...(value as unknown[]), bad]);
}

function without(value: unknown, name: string): unknown {
  const { [name]: _, ...rest } = value as Record<string, unknown>;
  return rest;
}
