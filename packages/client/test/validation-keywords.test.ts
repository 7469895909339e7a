import { describe, expect, it } from "vitest";
import { check, type Schema } from "../src/validation/json-schema.js";
import { Problems } from "../src/validation/problems.js";

const schemas = { Node: { properties: { id: { type: "integer" }, next: { $ref: "Node" } } } };

/** Returns what the schema allows at each place that it rejects; "" for a valid value. */
function allowedBy(schema: Schema, value: unknown): string {
  const problems = new Problems();
  check({ path: [], problems, schemas }, value, schema);
  return problems.list.map(({ pointer, allowed }) => (pointer ? `${pointer}: ${allowed}` : allowed)).join("; ");
}

const file = new Blob();
const values = ["1", 1, 1.5, Number.NaN, true, null, [], {}, file];
it.each([
  ["string", "a string", ["1"]],
  ["integer", "an integer", [1]],
  ["number", "a number", [1, 1.5]],
  ["boolean", "a boolean", [true]],
  ["null", "null", [null]],
  ["array", "an array", [[]]],
  ["object", "an object", [{}]],
  ["file", "a Blob, a File or a string", ["1", file]],
  [["integer", "null"], "an integer or null", [1, null]],
])("the type %j is %s", (type, allowed, valid) => {
  expect(values.filter((value) => allowedBy({ type }, value) === "")).toEqual(valid);
  expect(allowedBy({ type, enum: ["other"] }, undefined)).toBe(allowed);
});

const uuid = "7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9";
const noUuids = [
  `${uuid}0`,
  `0${uuid}`,
  uuid.slice(1),
  `g${uuid.slice(1)}`,
  uuid.replace("4d2e-", ""),
  uuid.replace("4d2e", "4d2"),
  "A",
];
const byName = {
  properties: { Ab: { minimum: 2 } },
  patternProperties: { "^\\p{Lu}": { type: "integer" }, b$: { minimum: 4 } },
};
const list = (type: string) => ({ items: { type } });
const keywords: [schema: Schema, valid: unknown[], invalid: [value: unknown, allowed: string][]][] = [
  [true, [null], []],
  [false, [], [[1, "no value"]]],
  [{ enum: [1, "a", null] }, [1, "a", null], [["1", 'one of 1, "a", null']]],
  [
    { format: "uuid" },
    [uuid, uuid.toUpperCase(), null, 1],
    noUuids.map((value) => [value, "a value in the format uuid"]),
  ],
  [{ format: "colour" }, ["red"], []],
  [{ minLength: 2 }, ["💥💥", 1, []], [["💥", "a string of at least 2 characters"]]],
  [{ pattern: "^\\p{L}$" }, ["ö", 1], [["1", "a string that matches ^\\p{L}$"]]],
  [{ minimum: 1 }, [1, "0"], [[0, "a number of at least 1"]]],
  [{ minItems: 1 }, [[1], ""], [[[], "at least 1 item"]]],
  [{ items: { type: "integer" } }, [[], [1], "a"], [[[1, "a"], "/1: an integer"]]],
  [{ items: { required: ["a/~b"] } }, [], [[[{}], "/0/a~1~0b: a value (required)"]]],
  [{ required: ["a"] }, [{ a: undefined }, [], "a"], [[{ b: 1 }, "/a: a value (required)"]]],
  // Every object inherits this one.
  [{ required: ["constructor"] }, [{ constructor: 1 }], [[{}, "/constructor: a value (required)"]]],
  [{ properties: { a: false } }, [{ b: 1, constructor: 1 }], [[{ a: 1 }, "/a: no value"]]],
  [
    byName,
    [{ Ab: 4, B: 1, c: "text" }],
    [[{ Ab: 1, Äc: "5" }, "/Ab: a number of at least 2; /Ab: a number of at least 4; /Äc: an integer"]],
  ],
  [{ minProperties: 2 }, [{ a: 1, b: 2 }, []], [[{ a: 1 }, "at least 2 properties"]]],
  [{ $ref: "Node" }, [{ next: { next: {} } }], [[{ next: { next: { id: "x" } } }, "/next/next/id: an integer"]]],
  [{ $ref: "Unknown" }, [1], []],
  [{ allOf: [{ minimum: 1 }, { type: "integer" }] }, [1, 2], [[0.5, "a number of at least 1; an integer"]]],
  [
    { anyOf: [{ type: "number" }, { type: "integer" }, { enum: [null] }] },
    [1, 1.5, null],
    [["a", "a number or an integer or one of null"]],
  ],
  [{ anyOf: [{ type: "string" }, { type: ["string"] }] }, ["a"], [[1, "a string"]]],
];

describe("a schema", () => {
  it.each(keywords)("with %j accepts and rejects", (schema, valid, invalid) => {
    for (const value of valid) expect([value, allowedBy(schema, value)]).toEqual([value, ""]);
    for (const [value, allowed] of invalid) expect([value, allowedBy(schema, value)]).toEqual([value, allowed]);
  });

  const named = (name: string, type: string, required: string[] = []) => ({
    properties: { [name]: { type } },
    required,
  });
  it.each<[what: string, alternatives: Schema[], value: unknown, allowed: string]>([
    [
      "fewest problems",
      [list("string"), { properties: {}, items: { type: "boolean" } }, list("null")],
      [1, null],
      "/0: null",
    ],
    ["right type", [{ type: "string" }, named("a", "string")], { a: 1 }, "/a: a string"],
    ["required properties", [named("b", "string", ["b"]), named("a", "string")], { a: 1 }, "/a: a string"],
    ["right size", [{ minProperties: 3 }, named("a", "boolean")], { a: 1, b: 1 }, "/a: a boolean"],
    ["first place among equals", [named("a", "string"), named("a", "boolean")], { a: 1 }, "/a: a string"],
  ])("with alternatives tells about the one with the %s", (_what, anyOf, value, allowed) => {
    expect(allowedBy({ anyOf }, value)).toBe(allowed);
    expect(allowedBy({ properties: { in: { anyOf } } }, { in: value })).toBe(allowed.replaceAll("/", "/in/"));
  });

  it("with alternatives counts all problems of the closest, of which it keeps twenty", () => {
    const problems = new Problems();
    const value = Array(30).fill(1);
    check({ path: [], problems, schemas }, value, { anyOf: [list("string"), list("boolean")] });
    expect(problems).toMatchObject({ count: 30, list: { length: 20, 0: { pointer: "/0" } } });
    expect(`${problems}`).toMatch(/^\/0: expected a string, got 1; .*; and 10 more$/);
  });
});
