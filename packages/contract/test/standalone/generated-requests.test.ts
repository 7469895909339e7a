import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryOf } from "../../src/arbitrary-of.ts";
import { brokenOf } from "../../src/broken-of.ts";
import { violations } from "../../src/violations.ts";

const seed = 20261123;
const ofFormat = (format: string) => ({ type: "string", format });
const filter = {
  type: "object",
  required: ["field", "values"],
  properties: {
    field: { type: "string", minLength: 1, maxLength: 30 },
    operator: { enum: ["IN", "NOT_IN"] },
    values: { type: "array", minItems: 1, maxItems: 4, items: { type: "string", format: "uuid" } },
    limit: { type: "integer", minimum: 1, maximum: 9 },
  },
};

describe("every generated value fits its schema:", () => {
  it.each([
    ["an object", filter],
    ["a schema of parts", { allOf: [filter, { type: "object", required: ["limit"] }], required: ["operator"] }],
    ["alternatives", { oneOf: [filter, { type: "number" }, { type: "boolean" }, { const: "all" }] }],
    ["several types", { type: ["string", "null", "integer"], maxLength: 2, maximum: 3 }],
    ["a pattern", { type: "string", pattern: "^[a-z]{3}-\\d+$" }],
    ["formats", { type: "array", items: { anyOf: ["date", "date-time", "email", "uri"].map(ofFormat) } }],
    ["a map", { type: "object", additionalProperties: { type: "integer" } }],
    ["anything", {}],
  ])("%s", (_what, schema) => {
    const values = fc.sample(arbitraryOf(schema), { seed, numRuns: 100 });

    expect(values.flatMap((value) => violations(schema, value))).toEqual([]);
    expect(new Set(values.map((value) => JSON.stringify(value))).size).toBeGreaterThan(5);
  });
});

it("the broken values break every rule of the schema", () => {
  const broken = brokenOf(filter);
  expect.assert(broken);
  const values = fc.sample(broken, { seed, numRuns: 1000 });
  const messages = values.flatMap((value) => violations(filter, value));

  expect(new Set(messages.map((message) => message.replace(/values\/\d/, "values/0")))).toEqual(
    new Set([
      "must be object",
      "must have required property 'field'",
      "must have required property 'values'",
      "/field must be string",
      "/field must NOT have fewer than 1 characters",
      "/field must NOT have more than 30 characters",
      "/operator must be equal to one of the allowed values",
      "/values must be array",
      "/values must NOT have fewer than 1 items",
      "/values must NOT have more than 4 items",
      "/values/0 must be string",
      '/values/0 must match format "uuid"',
      "/limit must be integer",
      "/limit must be >= 1",
      "/limit must be <= 9",
    ]),
  );
});

it("a failure shrinks to a small counterexample", () => {
  const title = { type: "string", minLength: 1 };
  const body = { type: "object", required: ["title"], properties: { title, description: title, dates: filter } };
  const refusesLongTitles = fc.property(arbitraryOf(body), (value) => (value as { title: string }).title.length < 4);
  const { counterexample } = fc.check(refusesLongTitles, { seed });

  expect(counterexample).toEqual([{ title: "    " }]);
});

describe("a schema that the generators do not understand is refused:", () => {
  it.each([
    ["a keyword", { type: "string", contentEncoding: "base64" }, 'for the JSON Schema keyword "contentEncoding".'],
    ["a format", { type: "string", format: "ipv4" }, 'for the format "ipv4".'],
  ])("%s", (_what, schema, message) => {
    expect(() => arbitraryOf(schema)).toThrow(message);
  });
});
