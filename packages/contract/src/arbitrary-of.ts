import fc, { type Arbitrary } from "fast-check";
import type { Schema } from "./operations.ts";

const understood = new Set(
  "type properties required items enum const format minLength maxLength minimum maximum minItems maxItems anyOf oneOf".split(
    " ",
  ),
);
const silent = /^(title|description|examples?|default|deprecated|readOnly|writeOnly|additionalProperties|x-.*)$/;

/** Values that fit a schema, small ones first. Throws for a keyword that it does not understand. */
export function arbitraryOf(schema: Schema): Arbitrary<unknown> {
  for (const keyword of Object.keys(schema)) {
    if (understood.has(keyword) || silent.test(keyword)) continue;
    throw new Error(
      `No values are generated for the JSON Schema keyword "${keyword}". Teach it to src/arbitrary-of.ts.`,
    );
  }
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...(schema.enum as unknown[]));
  const alternatives = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  if (alternatives) return fc.oneof(...alternatives.map(arbitraryOf));
  if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map((type) => arbitraryOf({ ...schema, type })));
  return ofType(schema);
}

function ofType(schema: Schema): Arbitrary<unknown> {
  const limit = (keyword: string, fallback: number) => (schema[keyword] as number | undefined) ?? fallback;
  switch (schema.type) {
    case "object":
      return objectOf(schema);
    case "array": {
      const length = { minLength: limit("minItems", 0), maxLength: limit("maxItems", limit("minItems", 0) + 3) };
      return fc.array(arbitraryOf((schema.items as Schema | undefined) ?? {}), length);
    }
    case "string":
      return stringOf(schema, { minLength: limit("minLength", 0), maxLength: limit("maxLength", 60) });
    case "integer":
      return fc.integer({ min: limit("minimum", -1e15), max: limit("maximum", 1e15) });
    case "number":
      return fc.double({ min: limit("minimum", -1e15), max: limit("maximum", 1e15), noNaN: true });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      return fc.jsonValue();
  }
}

function objectOf({ properties = {}, required = [] }: Schema): Arbitrary<unknown> {
  const members = Object.entries(properties as Record<string, Schema>).map(([name, schema]) => [
    name,
    arbitraryOf(schema),
  ]);
  return fc.record(Object.fromEntries(members), { requiredKeys: required as never[], noNullPrototype: true });
}

function stringOf({ format }: Schema, length: { minLength: number; maxLength: number }): Arbitrary<string> {
  switch (format) {
    case undefined:
      return fc.string({ ...length, unit: "grapheme" });
    case "uuid":
      return fc.uuid();
    case "date-time":
      return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
    case "email":
      return fc.emailAddress();
    case "uri":
      return fc.webUrl();
    default:
      throw new Error(`No values are generated for the format "${format}". Teach it to src/arbitrary-of.ts.`);
  }
}
