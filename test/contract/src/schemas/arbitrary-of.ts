import { merged, type Schema, type Spec } from "@testsigma-tms/spec/reader";
import fc, { type Arbitrary } from "fast-check";
import { violations } from "./violations.ts";

const known =
  /^(type|enum|const|allOf|anyOf|oneOf|properties|patternProperties|required|additionalProperties|minProperties|maxProperties|items|minItems|maxItems|uniqueItems|format|pattern|minLength|maxLength|contentMediaType|contentEncoding|contentSchema|discriminator|minimum|maximum|title|description|examples?|default|deprecated|readOnly|writeOnly|x-.*)$/;

/** From this depth on, values have only what is required, so that recursive schemas have finite values. */
const maxDepth = 5;

/** Generates values that match a schema of the spec, small ones first. Throws for an unknown keyword. */
export function arbitraryOf(spec: Spec, schema: Schema, depth = 0): Arbitrary<unknown> {
  const whole = merged(schema, spec.resolve);
  const unknown = Object.keys(whole).find((keyword) => !known.test(keyword));
  if (unknown) {
    throw new Error(
      `No values are generated for the JSON Schema keyword "${unknown}". Add it to test/contract/src/schemas/arbitrary-of.ts.`,
    );
  }
  return candidates(spec, whole, depth).filter((value) => violations(spec, schema, value).length === 0);
}

function candidates(spec: Spec, schema: Schema, depth: number): Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) {
    const { anyOf: _, oneOf: __, ...common } = schema;
    const flat = alternatives.filter(
      (alternative) => !/object|array/.test(String(merged(alternative, spec.resolve).type)),
    );
    const possible = depth < maxDepth || flat.length === 0 ? alternatives : flat;
    return fc.oneof(...possible.map((part) => arbitraryOf(spec, { ...common, allOf: [part] }, depth)));
  }
  if (Array.isArray(schema.type)) {
    return fc.oneof(...schema.type.map((type) => ofType(spec, { ...schema, type }, depth)));
  }
  return ofType(spec, schema, depth);
}

function ofType(spec: Spec, schema: Schema, depth: number): Arbitrary<unknown> {
  const { minimum: min = -1e15, maximum: max = 1e15 } = schema;
  switch (schema.type) {
    case "object":
      return objectOf(spec, schema, depth);
    case "array":
      return arrayOf(spec, schema, depth);
    case "string":
      return stringOf(schema);
    case "integer":
      return fc.integer({ min, max });
    case "number":
      return fc.double({ min, max, noNaN: true });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      return schema.properties ? objectOf(spec, schema, depth) : fc.jsonValue();
  }
}

function arrayOf(spec: Spec, { items, minItems = 0, maxItems = minItems + 3 }: Schema, depth: number) {
  if (depth >= maxDepth && minItems === 0) return fc.constant([]);
  const item = arbitraryOf(spec, typeof items === "object" ? items : {}, depth + 1);
  return fc.array(item, { minLength: minItems, maxLength: depth >= maxDepth ? minItems : maxItems });
}

function objectOf(spec: Spec, schema: Schema, depth: number): Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties = true, minProperties = 0 } = schema;
  const isFull = depth < maxDepth || minProperties > required.length;
  const entries = Object.entries(properties).filter(([name]) => isFull || required.includes(name));
  const known = fc.record(
    Object.fromEntries(entries.map(([name, property]) => [name, arbitraryOf(spec, property as Schema, depth + 1)])),
    { requiredKeys: required, noNullPrototype: true },
  );
  if (depth >= maxDepth) return known;
  const byPattern = Object.entries(schema.patternProperties ?? {}).map(([pattern, property]) =>
    fc.dictionary(fc.stringMatching(new RegExp(pattern, "u")), arbitraryOf(spec, property as Schema, depth + 1), {
      maxKeys: 2,
      noNullPrototype: true,
    }),
  );
  const described = fc.tuple(known, ...byPattern).map((parts): object => Object.assign({}, ...parts));
  if (additionalProperties === false) return described;
  const other = additionalProperties === true ? fc.jsonValue() : arbitraryOf(spec, additionalProperties, depth + 1);
  return fc.tuple(described, fc.option(other, { nil: undefined })).map(([value, unknown]) => {
    return unknown === undefined ? value : { ...value, not_in_the_spec: unknown };
  });
}

const instant = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("9999-12-31") });

const ofFormat: Record<string, () => Arbitrary<string>> = {
  uuid: () => fc.uuid(),
  date: () => instant.map((date) => date.toISOString().slice(0, 10)),
  "date-time": () => instant.map((date) => date.toISOString()),
  email: () => fc.uuid().map((id) => `${id}@example.com`),
  uri: () => fc.uuid().map((id) => `https://example.com/${id}`),
};

/** Formats that only say what a text is for, and allow any text. */
const ofAnyText = new Set(["binary", "password"]);

/** Generates strings that match a schema. Throws for an unknown format. */
function stringOf({ format, pattern, minLength = 0, maxLength = 60 }: Schema): Arbitrary<string> {
  if (pattern) return fc.stringMatching(new RegExp(pattern, "u"));
  if (!format || ofAnyText.has(format)) return fc.string({ minLength, maxLength, unit: "grapheme" });
  const create = ofFormat[format];
  if (!create) {
    throw new Error(
      `No values are generated for the format "${format}". Add it to test/contract/src/schemas/arbitrary-of.ts.`,
    );
  }
  return create();
}
