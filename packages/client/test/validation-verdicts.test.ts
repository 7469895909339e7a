import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, it } from "vitest";
import { check, type Schema, type Schemas } from "../src/validation/json-schema.js";
import { Problems } from "../src/validation/problems.js";

function isValid(value: unknown, schema: Schema, table: Schemas): boolean {
  const problems = new Problems();
  check({ path: [], problems, schemas: table }, value, schema);
  return problems.count === 0;
}

const ajv = new Ajv2020({ strict: false, validateSchema: false, logger: false });
// Not that of ajv-formats, which also accepts `urn:uuid:`.
ajv.addFormat("uuid", /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i);

const name = fc.constantFrom("a", "b", "c", "~/");
const text = fc.oneof(
  fc.constantFrom("", "a", "ab", "💥", "2026-11-23", "2026-11-23T10:00:00Z", "a@b.example", "mailto:a@b", "a b"),
  fc.uuid(),
  fc.string({ maxLength: 3 }),
);
const number = fc.oneof(fc.integer({ min: -3, max: 6 }), fc.constantFrom(0.5, 2 ** 31, 2 ** 53));
const scalar = fc.oneof(text, number, fc.boolean(), fc.constant(null));
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    scalar,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(name, tie("value"), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

const size = fc.integer({ min: 0, max: 3 });
const type = fc.constantFrom("string", "integer", "number", "boolean", "null", "array", "object");
const optional = { requiredKeys: [] as [] };
const { schema } = fc.letrec<{ schema: Schema; nested: Schema }>((tie) => ({
  nested: fc.oneof({ depthSize: "small" }, fc.constant<Schema>({ $ref: "Node" }), tie("schema")),
  schema: fc.oneof(
    { depthSize: "small" },
    fc.boolean(),
    fc.record({ type: fc.oneof(type, fc.uniqueArray(type, { minLength: 1, maxLength: 3 })) }),
    fc.record({
      enum: fc.uniqueArray(scalar, { minLength: 1, maxLength: 3, selector: (item) => JSON.stringify(item) }),
    }),
    fc.record({ format: fc.constantFrom("uuid", "colour") }),
    fc.record({ pattern: fc.constantFrom("^a", "^.$", "b$"), minLength: size, minimum: number }, optional),
    fc.record({ type: fc.constant("array"), items: tie("nested"), minItems: size }, optional),
    fc.record(
      {
        type: fc.constant("object"),
        properties: fc.dictionary(name, tie("nested"), { maxKeys: 3, noNullPrototype: true }),
        patternProperties: fc.dictionary(fc.constantFrom("^a", "[bc]"), tie("nested"), {
          maxKeys: 2,
          noNullPrototype: true,
        }),
        required: fc.uniqueArray(name, { maxLength: 2 }),
        minProperties: size,
      },
      optional,
    ),
    fc.record({ allOf: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }) }),
    fc.record({ anyOf: fc.array(tie("schema"), { minLength: 1, maxLength: 3 }) }),
  ),
}));

it("agrees with Ajv for every schema", () => {
  const verdicts = { valid: 0, invalid: 0 };
  const values = fc.array(value, { minLength: 20, maxLength: 20 });
  const property = fc.property(schema, schema, values, (root, node, candidates) => {
    const document = JSON.stringify({ $defs: { Node: node }, allOf: [root] });
    const isValidInAjv = ajv.compile(JSON.parse(document.replaceAll('"$ref":"', '"$ref":"#/$defs/')));
    for (const candidate of candidates) {
      const expected = isValidInAjv(candidate);
      verdicts[expected ? "valid" : "invalid"]++;
      expect(isValid(candidate, root, { Node: node })).toBe(expected);
    }
  });
  fc.assert(property, { numRuns: 500 });
  expect(Math.min(verdicts.valid, verdicts.invalid)).toBeGreaterThan(500);
});
