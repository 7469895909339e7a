import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryOf } from "../../src/arbitrary-of.ts";
import { brokenOf } from "../../src/broken-of.ts";
import { violations } from "../../src/deviations.ts";

const seed = 20261123;
const filter = {
  type: "object",
  required: ["field", "values"],
  properties: {
    field: { type: "string", minLength: 1 },
    operator: { enum: ["IN", "NOT_IN"] },
    values: { type: "array", minItems: 1, items: { type: "string", format: "uuid" } },
    limit: { type: "integer", minimum: 1, maximum: 9 },
  },
};

it("every generated value fits its schema", () => {
  for (const value of fc.sample(arbitraryOf(filter), { seed, numRuns: 300 })) {
    expect(violations(filter, value)).toEqual([]);
  }
});

it("the broken values break every rule of the schema", () => {
  const values = fc.sample(brokenOf(filter), { seed, numRuns: 1000 });
  const messages = values.flatMap((value) => violations(filter, value));

  expect(new Set(messages.map((message) => message.replace(/values\/\d/, "values/0")))).toEqual(
    new Set([
      "must be object",
      "must have required property 'field'",
      "must have required property 'values'",
      "/field must be string",
      "/field must NOT have fewer than 1 characters",
      "/operator must be equal to one of the allowed values",
      "/values must be array",
      "/values must NOT have fewer than 1 items",
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
    ["a keyword", { type: "string", pattern: "^a" }, 'No values are generated for the JSON Schema keyword "pattern".'],
    ["a format", { type: "string", format: "ipv4" }, 'No values are generated for the format "ipv4".'],
  ])("%s", (_what, schema, message) => {
    expect(() => arbitraryOf(schema)).toThrow(message);
  });
});
