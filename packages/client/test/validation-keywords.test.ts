import { describe, expect, it } from "vitest";
import { check } from "../src/validation/check.js";
import { Problems } from "../src/validation/problems.js";
import type { Schema } from "../src/validation/schema.js";

const schemas = { Node: { properties: { id: { type: "integer" }, next: { $ref: "Node" } } } };

/** Returns what the schema allows at each place that it rejects; "" for a valid value. */
function allowedBy(schema: Schema, value: unknown): string {
  const problems = new Problems();
  check({ value, pointer: "", problems, schemas }, schema);
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

const label63 = "a".repeat(63);
const uuid = "7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9";
/** Texts that are valid and texts that are not, each list separated by `|`. */
const formats: [format: string, valid: string, invalid: string][] = [
  [
    "uuid",
    `${uuid}|${uuid.toUpperCase()}`,
    `g${uuid}|${uuid}0|${uuid.slice(1)}|g${uuid.slice(1)}|${uuid.slice(0, -1)}g|${uuid.replace("4d2e-", "")}|` +
      `${uuid.replace("4d2e", "4d2")}|${uuid.replace("4d2e", "4dge")}|DEMO`,
  ],
  ["date", "2026-11-23", "2026-11-234|12026-11-23|202a-11-23|2026-21-23|2026-1a-23|2026-11-43|2026-11-2a"],
  [
    "date-time",
    "2026-11-23T10:00:00Z|2026-11-23t23:59:60.5z|2026-11-23T10:00:00.125+05:30|2026-11-23T10:00:00-0530|" +
      "2026-11-23T10:00:00+05",
    "12026-11-23T10:00:00Z|202a-11-23T10:00:00Z|2026-21-23T10:00:00Z|2026-1a-23T10:00:00Z|2026-11-43T10:00:00Z|" +
      "2026-11-2aT10:00:00Z|2026-11-23T30:00:00Z|2026-11-23T1a:00:00Z|2026-11-23T10:60:00Z|2026-11-23T10:0a:00Z|" +
      "2026-11-23T10:00:60Z|2026-11-23T10:00:0aZ|2026-11-23T10:00:00.aZ|2026-11-23T10:00:00Zulu|" +
      "2026-11-23T10:00:00+a5|2026-11-23T10:00:00+5|2026-11-23T10:00:00+05:a0|2026-11-23T10:00:00+05:0|" +
      "2026-11-23T10:00:00|2026-11-23",
  ],
  ["uri", "https://example.com/?a=b#c|mailto:a@b|a+b-1.c:|file:/a", "example.com|:a|1a:b|a:b c|https://a b| a:b"],
  [
    "email",
    `a@b|a@b.c|A.b+c@d-e.example|a@${label63}.${label63}`,
    `a|@b|a@|a b@c|a@-b|a@b-|a@b.-c|a@b.c-|a@b..c|a@${label63}a|a@b.${label63}a|a@b c|<a@b`,
  ],
  ["int32", "1.5", ""],
  ["colour", "red", ""],
];
it.each(formats)("the format %s is checked, in texts only", (format, valid, invalid) => {
  const split = (texts: string): unknown[] => texts.split("|").filter(Boolean);
  const allowed = `a value in the format ${format}`;
  for (const value of [...split(valid), null, 1]) expect([value, allowedBy({ format }, value)]).toEqual([value, ""]);
  for (const value of split(invalid)) expect([value, allowedBy({ format }, value)]).toEqual([value, allowed]);
});

const strict = { properties: { a: {} }, additionalProperties: false };
const byName = {
  properties: { Ab: { minimum: 2 } },
  patternProperties: { "^\\p{Lu}": { maximum: 4 } },
  additionalProperties: { type: "string" },
};
const list = (...first: Schema[]) => ({ prefixItems: first, items: { type: "string" } });
const keywords: [schema: Schema, valid: unknown[], invalid: [value: unknown, allowed: string][]][] = [
  [true, [null], []],
  [false, [], [[1, "no value"]]],
  [{ enum: [1, { a: [1], b: 2 }] }, [1, { b: 2, a: [1] }], [[{ a: [1] }, 'one of 1, {"a":[1],"b":2}']]],
  [{ const: null }, [null], [[0, "null"]]],
  [{ const: { b: 1, a: 2 } }, [{ a: 2, b: 1 }], [[{ a: 2 }, '{"b":1,"a":2}']]],
  [
    { format: "int32" },
    [2 ** 31 - 1, -(2 ** 31)],
    [
      [2 ** 31, "a value in the format int32"],
      [1.5, "a value in the format int32"],
    ],
  ],
  [{ minLength: 2 }, ["💥💥", 1, []], [["💥", "a string of at least 2 characters"]]],
  [{ maxLength: 1 }, ["💥", ["a", "b"]], [["ab", "a string of at most 1 character"]]],
  [{ pattern: "^\\p{L}$" }, ["ö", 1], [["1", "a string that matches ^\\p{L}$"]]],
  [{ minimum: 1 }, [1, "0"], [[0, "a number of at least 1"]]],
  [{ maximum: 1 }, [1, "2"], [[2, "a number of at most 1"]]],
  [{ exclusiveMinimum: 1 }, [2, "1"], [[1, "a number above 1"]]],
  [{ exclusiveMaximum: 1 }, [0, "1"], [[1, "a number below 1"]]],
  [{ minimum: 2, multipleOf: 2 }, [2], [[1, "a number of at least 2; a multiple of 2"]]],
  [{ multipleOf: 0.5 }, [1.5, "1"], [[1.2, "a multiple of 0.5"]]],
  [{ minItems: 1 }, [[1], ""], [[[], "at least 1 item"]]],
  [{ maxItems: 2 }, [[1, 2], "abc"], [[[1, 2, 3], "at most 2 items"]]],
  [
    { uniqueItems: true },
    [[1, "1", { a: 1 }, { a: 2 }], "aa"],
    [
      [
        [
          { a: 1, b: 2 },
          { b: 2, a: 1 },
        ],
        "items that differ from each other",
      ],
      [[1, 1], "items that differ from each other"],
    ],
  ],
  [{ uniqueItems: false }, [[1, 1]], []],
  [{ items: { type: "integer" } }, [[], [1], "a"], [[[1, "a"], "/1: an integer"]]],
  [{ prefixItems: [{ type: "string" }], items: false }, [["a"], []], [[[1, 2], "/0: a string; /1: no value"]]],
  [{ required: ["a"] }, [{ a: undefined }, [], "a"], [[{ b: 1 }, "/a: a value (required)"]]],
  // Every object inherits this one.
  [{ required: ["constructor"] }, [{ constructor: 1 }], [[{}, "/constructor: a value (required)"]]],
  [strict, [{ a: 1 }, {}], [[{ b: 1, constructor: 1 }, "/b: no value; /constructor: no value"]]],
  [
    byName,
    [{ Ab: 3, B: 4, c: "text" }],
    [[{ Ab: 1, Äb: 5, c: 1 }, "/Ab: a number of at least 2; /Äb: a number of at most 4; /c: a string"]],
  ],
  [{ items: strict }, [], [[[{ "a/~b": 1 }], "/0/a~1~0b: no value"]]],
  [{ minProperties: 1 }, [{ a: 1 }, []], [[{}, "at least 1 property"]]],
  [{ maxProperties: 2 }, [{ a: 1, b: 2 }], [[{ a: 1, b: 2, c: 3 }, "at most 2 properties"]]],
  [{ $ref: "Node" }, [{ next: { next: {} } }], [[{ next: { next: { id: "x" } } }, "/next/next/id: an integer"]]],
  [{ $ref: "Unknown" }, [1], []],
  [{ allOf: [{ minimum: 1 }, { maximum: 2 }] }, [1, 2], [[3, "a number of at most 2"]]],
  [
    { anyOf: [{ maxProperties: 0, properties: { a: { type: "integer" } } }] },
    [{}],
    [[{ a: "x" }, "at most 0 properties"]],
  ],
  [{ not: { type: "string" } }, [1], [["a", "another value"]]],
  [
    { anyOf: [{ type: "number" }, { type: "integer" }, { enum: [null] }, { const: null }] },
    [1, 1.5, null],
    [["a", "a number or an integer or one of null or null"]],
  ],
  [{ anyOf: [{ type: "string" }, { type: ["string"] }] }, ["a"], [[1, "a string"]]],
  [
    { oneOf: [{ type: "number" }, { type: "integer" }] },
    [1.5],
    [
      [1, "a value that fits one alternative only"],
      ["a", "a number or an integer"],
    ],
  ],
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
    ["fewest problems", [{ items: { type: "string" } }, list({ type: "integer" })], [1, 2], "/1: a string"],
    ["right type", [{ type: "string" }, named("a", "string")], { a: 1 }, "/a: a string"],
    ["required properties", [named("b", "string", ["b"]), named("a", "string")], { a: 1 }, "/a: a string"],
    [
      "right size",
      [{ maxProperties: 0, ...named("a", "string") }, { additionalProperties: { type: "boolean" } }],
      { a: 1, b: 1 },
      "/a: a boolean; /b: a boolean",
    ],
    ["first place among equals", [named("a", "string"), named("a", "boolean")], { a: 1 }, "/a: a string"],
  ])("with alternatives tells about the one with the %s", (_what, anyOf, value, allowed) => {
    expect(allowedBy({ anyOf }, value)).toBe(allowed);
    expect(allowedBy({ properties: { in: { anyOf } } }, { in: value })).toBe(allowed.replaceAll("/", "/in/"));
  });

  it("with alternatives counts all problems of the closest, of which it keeps twenty", () => {
    const problems = new Problems();
    const value = Array(30).fill(1);
    check({ value, pointer: "", problems, schemas }, { anyOf: [list(), list(true, true)] });
    expect(problems).toMatchObject({ count: 28, list: { length: 20, 0: { pointer: "/2" } } });
    expect(`${problems}`).toMatch(/^\/2: expected a string, got 1; .*; and 8 more$/);
  });
});
