import { describe, expect, it } from "vitest";
import {
  createSpec,
  fileType,
  hasFiles,
  isFile,
  isJson,
  isObject,
  merged,
  type OpenApiDocument,
  propertiesOf,
  requiredOf,
  responseFor,
  type Schema,
  typeOf,
} from "../../reader/index.ts";

const { resolve } = createSpec({
  openapi: "3.1.0",
  paths: {},
  components: {
    schemas: {
      Base: { type: "object", required: ["id"], properties: { id: { type: "string" } } },
      Run: {
        description: "A run.",
        required: ["title", "id"],
        allOf: [{ $ref: "#/components/schemas/Base" }],
        properties: { title: { type: "string" } },
      },
      Loop: { allOf: [{ $ref: "#/components/schemas/Loop" }], properties: { id: {} } },
      Upload: { type: "string", format: "binary" },
    },
  },
} as OpenApiDocument);
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` }) as Schema;

describe("a file", () => {
  it.each<[string, Schema, string | undefined]>([
    ["a string of any bytes", { type: "string", format: "binary" }, "application/octet-stream"],
    ["a string of a media type", { type: "string", contentMediaType: "image/png" }, "image/png"],
    ["the bytes of a media type", { type: "string", format: "binary", contentMediaType: "image/png" }, "image/png"],
    ["a media type without a type, as OpenAPI 3.1 writes it", { contentMediaType: "text/csv" }, "text/csv"],
    ["a string that may be null", { type: ["string", "null"], format: "binary" }, "application/octet-stream"],
    ["a text", { type: "string" }, undefined],
    ["a text of another format", { type: "string", format: "uuid" }, undefined],
    ["JSON in a text", { type: "string", contentMediaType: "application/json" }, undefined],
    ["JSON of a vendor in a text", { type: "string", contentMediaType: "application/vnd.a+json" }, undefined],
    ["encoded bytes", { type: "string", contentMediaType: "image/png", contentEncoding: "base64" }, undefined],
    ["bytes that are encoded after all", { type: "string", format: "binary", contentEncoding: "base64" }, undefined],
    ["an object sent as another media type", { type: "object", contentMediaType: "application/xml" }, undefined],
    ["anything", {}, undefined],
  ])("is decided for %s", (_, schema, expected) => {
    expect(fileType(schema)).toBe(expected);
    expect(isFile(schema)).toBe(expected !== undefined);
  });

  it("can stand behind a reference, alone or in a list", () => {
    expect(hasFiles(ref("Upload"), resolve)).toBe(true);
    expect(hasFiles({ type: "array", items: ref("Upload") }, resolve)).toBe(true);
    expect(hasFiles({ type: "array", items: { type: "string" } }, resolve)).toBe(false);
  });
});

describe("the type of a schema", () => {
  it("is known if there is one", () => {
    expect([typeOf({ type: "string" }), typeOf({ type: ["string"] })]).toEqual(["string", "string"]);
    expect([typeOf({ type: ["string", "null"] }), typeOf({})]).toEqual([undefined, undefined]);
  });

  it.each<[boolean, string, Schema]>([
    [true, "an object", { type: "object" }],
    [true, "properties without a type", { properties: {} }],
    [true, "a part that is an object", { allOf: [ref("Base"), {}] }],
    [true, "alternatives that all are objects", { oneOf: [ref("Base"), ref("Run")] }],
    [false, "alternatives of which one is not", { anyOf: [ref("Base"), { type: "null" }] }],
    [false, "an object or null", { type: ["object", "null"] }],
    [true, "what contains itself and has properties", ref("Loop")],
    [false, "anything", {}],
  ])("is an object: %s for %s", (expected, _, schema) => {
    expect(isObject(schema, resolve)).toBe(expected);
  });
});

describe("an object's properties", () => {
  it("are its own and those of its parts and alternatives", () => {
    const schema = { ...ref("Run"), oneOf: [{ properties: { kind: {} } }], anyOf: [{ properties: { id: {} } }] };
    expect([...propertiesOf(schema as Schema, resolve).keys()].sort()).toEqual(["id", "kind", "title"]);
  });

  it("are its own where a part has one of the same name", () => {
    const schema: Schema = {
      allOf: [{ properties: { id: { type: "string" } } }],
      properties: { id: { minLength: 1 } },
    };
    expect(propertiesOf(schema, resolve).get("id")).toEqual({ minLength: 1 });
  });

  it("are required by itself and by its parts, named once", () => {
    expect(requiredOf(ref("Run"), resolve)).toEqual(["id", "title"]);
  });

  it("are finite if the schema contains itself", () => {
    expect([...propertiesOf(ref("Loop"), resolve).keys()]).toEqual(["id"]);
    expect(requiredOf(ref("Loop"), resolve)).toEqual([]);
  });
});

describe("a merged schema", () => {
  it("contains the keywords of its parts", () => {
    expect(merged(ref("Run"), resolve)).toEqual({
      type: "object",
      description: "A run.",
      required: ["id", "title"],
      properties: { id: { type: "string" }, title: { type: "string" } },
    });
  });

  it("keeps the patterns of every part, and has no list of properties that no part has", () => {
    const pattern = (name: string): Schema => ({ patternProperties: { [name]: {} } });
    expect(merged({ allOf: [pattern("^a"), pattern("^b")] }, resolve)).toEqual({
      patternProperties: { "^a": {}, "^b": {} },
    });
    expect(merged({ allOf: [{ type: "integer" }], minimum: 1 }, resolve)).toEqual({ type: "integer", minimum: 1 });
  });

  it("is finite if the schema contains itself", () => {
    expect(merged(ref("Loop"), resolve)).toEqual({ properties: { id: {} } });
  });
});

it.each([
  [true, "application/json"],
  [true, "application/json; charset=utf-8"],
  [true, "application/problem+JSON"],
  [false, "application/jsonl"],
  [false, "text/plain; profile=application/json"],
  [false, "application/octet-stream"],
])("tells JSON: %s for %s", (expected, mediaType) => {
  expect(isJson(mediaType)).toBe(expected);
});

it("finds the response of a status, of its range in any case, or the default", () => {
  const responses = ["default", "4xx", "404"].map((status) => ({ status }));
  expect([404, 422, 500].map((status) => responseFor({ responses }, status)?.status)).toEqual([
    "404",
    "4xx",
    "default",
  ]);
  expect(responseFor({ responses: [{ status: "200" }] }, 500)).toBeUndefined();
});
