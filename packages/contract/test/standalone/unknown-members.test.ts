import { expect, it } from "vitest";
import { unknownMembers } from "../../src/unknown-members.ts";

const text = { type: "string" };

it.each([
  ["a member of an item", { items: { properties: { id: text } } }, [{ id: "a" }, { id: "b", age: 7 }], ["/1/age"]],
  ["a member of a member", { properties: { run: { properties: { id: text } } } }, { run: { age: 7 } }, ["/run/age"]],
  ["a member that no part describes", { allOf: [{ properties: { id: text } }] }, { id: "a", age: 7 }, ["/age"]],
  ["a member named like one of every object", { properties: { id: text } }, { constructor: 7 }, ["/constructor"]],
])("finds %s", (_what, schema, value, members) => {
  expect(unknownMembers(schema, value)).toEqual(members);
});

it.each([
  ["in a map", { additionalProperties: text }, { any: "a" }],
  ["in an object that is not described from the inside", { type: "object" }, { any: "a" }],
  ["in a value of several alternatives", { oneOf: [{ properties: { id: text } }, text] }, { id: "a" }],
])("finds none %s", (_what, schema, value) => {
  expect(unknownMembers(schema, value)).toEqual([]);
});
