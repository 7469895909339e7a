import fc, { type Arbitrary } from "fast-check";
import { merged } from "./merged.ts";
import type { Schema } from "./operations.ts";
import { violations } from "./violations.ts";

const known =
  /^(type|enum|const|allOf|anyOf|oneOf|properties|required|additionalProperties|items|minItems|maxItems|uniqueItems|format|pattern|minLength|maxLength|minimum|maximum|title|description|examples?|default|deprecated|readOnly|writeOnly|x-.*)$/;

/** Values that fit a schema, small ones first. Throws for a keyword that it does not know. */
export function arbitraryOf(schema: Schema): Arbitrary<unknown> {
  const unknown = Object.keys(schema).find((keyword) => !known.test(keyword));
  if (unknown) throw new Error(notKnown(`the JSON Schema keyword "${unknown}"`));
  return candidates(merged(schema)).filter((value) => violations(schema, value).length === 0);
}

const notKnown = (what: string) =>
  `No values are generated for ${what}. Teach it to packages/contract/src/arbitrary-of.ts.`;

function candidates(schema: Schema): Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...(schema.enum as unknown[]));
  const alternatives = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  if (alternatives) return fc.oneof(...alternatives.map(arbitraryOf));
  if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map((type) => ofType({ ...schema, type })));
  return ofType(schema);
}

function ofType(schema: Schema): Arbitrary<unknown> {
  const limit = (keyword: string, fallback: number) => (schema[keyword] as number | undefined) ?? fallback;
  switch (schema.type) {
    case "object":
      return objectOf(schema);
    case "array": {
      const minLength = limit("minItems", 0);
      const items = arbitraryOf((schema.items as Schema | undefined) ?? {});
      return fc.array(items, { minLength, maxLength: limit("maxItems", minLength + 3) });
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

function objectOf({ properties = {}, required = [], additionalProperties = true }: Schema): Arbitrary<unknown> {
  const entries = Object.entries(properties as Record<string, Schema>);
  const members: Record<string, Arbitrary<unknown>> = {};
  for (const [name, schema] of entries) members[name] = arbitraryOf(schema);
  const described = fc.record(members, { requiredKeys: required as never[], noNullPrototype: true });
  if (additionalProperties === false) return described;
  const more = additionalProperties === true ? fc.jsonValue() : arbitraryOf(additionalProperties as Schema);
  return fc.tuple(described, fc.option(more, { nil: undefined })).map(([value, other]) => {
    return other === undefined ? value : { ...value, not_described: other };
  });
}

function stringOf({ format, pattern }: Schema, length: { minLength: number; maxLength: number }): Arbitrary<string> {
  if (pattern) return fc.stringMatching(new RegExp(pattern as string, "u"));
  switch (format) {
    case undefined:
      return fc.string({ ...length, unit: "grapheme" });
    case "uuid":
      return fc.uuid();
    case "date":
    case "date-time":
      return fc
        .date({ noInvalidDate: true, min: new Date(0), max: new Date("9999-12-31") })
        .map((date) => date.toISOString().slice(0, format === "date" ? 10 : undefined));
    case "email":
      return fc.emailAddress();
    case "uri":
      return fc.webUrl();
    default:
      throw new Error(notKnown(`the format "${format}"`));
  }
}
