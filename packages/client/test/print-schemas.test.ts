import { createSpec, type OpenApiDocument } from "@testsigma-tms/spec/reader";
import { describe, expect, it } from "vitest";
import { readSchemas } from "../scripts/print-schemas.ts";
import { findProblems } from "../src/validation/find-problems.js";

const json = (schema: object) => ({ "application/json": { schema } });
function read(operation: object, components: object = {}) {
  const paths = { "/folders/{folder_id}": { post: { operationId: "saveFolder", responses: {}, ...operation } } };
  const document = { openapi: "3.1.0", info: { title: "", version: "" }, paths, components: { schemas: components } };
  const tables = readSchemas(createSpec(document as OpenApiDocument));
  const find = findProblems(tables);
  return {
    schemas: tables.schemas,
    ...tables.operationSchemas.saveFolder,
    ofInput: (input: unknown) => `${find.inInput("saveFolder", input)}`,
    ofResult: (result: unknown) => `${find.inResult("saveFolder", result)}`,
    ofError: (status: number, body: unknown) => `${find.inError("saveFolder", status, body)}`,
  };
}

const body = (schema: object, required = true) => ({ requestBody: { required, content: json(schema) } });

describe("the schemas of an input", () => {
  const folderId = { name: "folder_id", in: "path", required: true, schema: { type: "string", format: "uuid" } };
  const size = { name: "page_size", in: "query", schema: { type: "integer", format: "int64", minimum: 1 } };
  const id = "c47ade67-0543-4582-a4a5-b7de447c94f5";

  it("check path, query and body side by side", () => {
    const named = { type: "object", required: ["name"], properties: { name: { type: "string" } } };
    const { ofInput } = read({ parameters: [folderId, size], ...body(named) });
    expect(ofInput({ folder_id: id, name: "Smoke", page_size: 100 })).toBe("");
    expect(ofInput({ folder_id: "1", page_size: 0 })).toBe(
      '/folder_id: expected a value in the format uuid, got "1"; /page_size: expected a number of at least 1, got 0; /name: is required',
    );
  });

  it("report a property of path and body once", () => {
    const both = { type: "object", properties: { folder_id: { type: "string", format: "uuid" } } };
    expect(read({ parameters: [folderId], ...body(both) }).ofInput({ folder_id: "1" })).toBe(
      '/folder_id: expected a value in the format uuid, got "1"',
    );
  });

  it("leave out of the body what stands in the path, unless the body requires it", () => {
    const properties = { folder_id: {}, name: { type: "string" } };
    const sparse = read({ parameters: [folderId], ...body({ type: "object", minProperties: 1, properties }) });
    expect(sparse.ofInput({ folder_id: id, name: "Smoke" })).toBe("");
    expect(sparse.ofInput({ folder_id: id, name: undefined })).toBe("(root): expected at least 1 property, got {}");

    const shared = { type: "object", minProperties: 1, required: ["folder_id"], properties };
    expect(read({ parameters: [folderId, size], ...body(shared) }).ofInput({ folder_id: id, page_size: 1 })).toBe("");
  });

  it("take a body that is not an object below body", () => {
    const { ofInput } = read(body({ type: "array", items: { type: "string" } }));
    expect(ofInput({ body: ["a"] })).toBe("");
    expect(ofInput({ body: [1] })).toBe("/body/0: expected a string, got 1");
    expect(ofInput({})).toBe("/body: is required");
  });

  it("accept a file, and text, as a part of a form", () => {
    const properties = {
      report: { type: "string", contentMediaType: "application/xml" },
      image: { type: "string", format: "binary" },
    };
    const schema = { type: "object", required: ["report"], properties };
    const { ofInput } = read({ requestBody: { required: true, content: { "multipart/form-data": { schema } } } });
    expect(ofInput({ report: new File(["<xml/>"], "report.xml"), image: new Blob() })).toBe("");
    expect(ofInput({ report: "<xml/>" })).toBe("");
    expect(ofInput({ report: 1 })).toBe("/report: expected a Blob, a File or a string, got 1");
  });

  it("accept a form or JSON where both are documented", () => {
    const form = { type: "object", required: ["data"], properties: { data: { type: "string" } } };
    const object = { type: "object", required: ["cases"], properties: { cases: { type: "array" } } };
    const content = { ...json(object), "multipart/form-data": { schema: form } };
    const { ofInput } = read({ requestBody: { required: true, content } });
    expect(ofInput({ data: "{}" })).toBe("");
    expect(ofInput({ cases: [] })).toBe("");
    expect(ofInput({ data: 1 })).toBe("/data: expected a string, got 1");
  });
});

describe("the schemas of a response", () => {
  const folder = {
    type: "object",
    title: "Folder",
    description: "Holds folders.",
    required: ["name"],
    properties: {
      name: { type: "string" },
      children: { type: "array", items: { $ref: "#/components/schemas/Folder" } },
    },
  };
  const reference = { $ref: "#/components/schemas/Folder" };
  const success = (content: object) => ({ responses: { "200": { description: "", content } } });

  it("hold each component once, without text, and may contain themselves", () => {
    const { schemas, ofResult } = read(success(json({ type: "array", items: reference })), {
      Folder: folder,
      Unused: {},
    });
    expect(Object.keys(schemas)).toEqual(["Folder"]);
    expect(JSON.stringify(schemas)).not.toMatch(/Holds folders|title/);
    expect(ofResult([{ name: "a", children: [{ name: "b", children: [{}] }] }])).toBe(
      "/0/children/0/children/0/name: is required",
    );
  });

  it("check the keywords next to a $ref", () => {
    const { ofResult } = read(success(json({ ...reference, required: ["id"] })), { Folder: folder });
    expect(ofResult({})).toBe("/id: is required; /name: is required");
  });

  it("accept any of several successes", () => {
    const responses = { "200": { content: json(reference) }, "202": { content: json({ type: "null" }) }, "204": {} };
    const { ofResult } = read({ responses }, { Folder: folder });
    expect(ofResult({ name: "a" })).toBe("");
    expect(ofResult(null)).toBe("");
    expect(ofResult(undefined)).toBe("");
    expect(ofResult(1)).toBe("(root): expected an object or null, got 1");
  });

  it("check nothing of a body that is not JSON", () => {
    expect(read(success({ "text/csv": { schema: { type: "string" } } })).result).toBe(true);
  });

  it("know every documented failure, with or without a body", () => {
    const object = { description: "", content: json({ type: "object", required: ["count"] }) };
    const { ofError } = read({ responses: { "404": { description: "" }, "4XX": object } });
    expect(ofError(404, 1)).toBe("");
    expect(ofError(422, { count: 1 })).toBe("");
    expect(ofError(422, 1)).toBe("(root): expected an object, got 1");
    expect(ofError(422, { count: 1n })).toBe("/count: expected a value that JSON can hold, got 1n");
    expect(ofError(500, {})).toBe("(root): expected a documented status (404, 4XX), got 500");
    expect(read({ responses: { default: object } }).ofError(500, 1)).toBe("(root): expected an object, got 1");
  });
});

it("an operation without schemas accepts everything", () => {
  const find = findProblems({ schemas: {}, operationSchemas: {} });
  const found = [find.inInput("added", 1), find.inResult("added", 1), find.inError("added", 500, 1)];
  expect(found.join("")).toBe("");
});

describe("the generator", () => {
  it.each([
    [
      { maxLength: 3 },
      "saveFolder: body/name: validation does not check `maxLength`; it checks $ref, allOf, anyOf, enum,",
    ],
    [{ oneOf: [] }, "saveFolder: body/name: validation does not check `oneOf`; it checks"],
    [{ discriminator: {} }, "saveFolder: body/name: validation does not check `discriminator`; it checks"],
    [{ enum: [{}] }, "saveFolder: body/name: validation checks an `enum` of texts, numbers, booleans and null only."],
  ])("rejects %o, naming the place", (name, message) => {
    expect(() => read(body({ type: "object", properties: { name } }))).toThrow(message);
  });
});
