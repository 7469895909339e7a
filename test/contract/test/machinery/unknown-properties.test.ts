import { createSpec, type Schema } from "@testsigma-tms/codegen";
import { expect, it } from "vitest";
import { unknownProperties } from "../../src/schemas/unknown-properties.ts";

const text: Schema = { type: "string" };
const folder: Schema = { $ref: "#/components/schemas/Folder" };
const spec = createSpec({
  openapi: "3.1.0",
  components: { schemas: { Folder: { type: "object", properties: { id: text, children: { items: folder } } } } },
});

it.each<[string, Schema, unknown, string[]]>([
  ["of an item", { items: { properties: { id: text } } }, [{ id: "a" }, { id: "b", age: 7 }], ["/1/age"]],
  ["of a property", { properties: { run: { properties: { id: text } } } }, { run: { age: 7 } }, ["/run/age"]],
  ["that no part describes", { allOf: [{ properties: { id: text } }] }, { id: "a", age: 7 }, ["/age"]],
  ["named like one of every object", { properties: { id: text } }, { constructor: 7 }, ["/constructor"]],
  ["deep in a recursive value", folder, { children: [{ children: [{ age: 7 }] }] }, ["/children/0/children/0/age"]],
])("finds a property %s", (_what, schema, value, paths) => {
  expect(unknownProperties(spec, schema, value)).toEqual(paths);
});

it.each<[string, Schema, unknown]>([
  ["in a map", { additionalProperties: text }, { any: "a" }],
  ["in an object that is not described from the inside", { type: "object" }, { any: "a" }],
  ["in a value of several alternatives", { oneOf: [{ properties: { id: text } }, text] }, { id: "a" }],
])("finds none %s", (_what, schema, value) => {
  expect(unknownProperties(spec, schema, value)).toEqual([]);
});
