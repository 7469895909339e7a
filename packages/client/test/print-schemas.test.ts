import { describe, expect, it } from "vitest";
import { readSchemas } from "../scripts/print-schemas.ts";
import { findProblems } from "../src/validation/find-problems.js";
import { type Described, jsonBody, jsonResponse, object, specOf, string, text } from "./described-method.js";

const id = "testedOperation";

/** Returns the generated schemas of an operation, and what validation says with them. */
function read(described: Described) {
  const tables = readSchemas(specOf({ at: "post /folders/{folder_id}", ...described }));
  const find = findProblems(tables);
  return {
    schemas: tables.schemas,
    ...tables.operationSchemas[id],
    ofInput: (input: unknown) => `${find.inInput(id, input)}`,
    ofResult: (result: unknown) => `${find.inResult(id, result)}`,
    ofError: (status: number, body: unknown) => `${find.inError(id, status, body)}`,
  };
}

const uuid = { type: "string", format: "uuid" };
const page_size = { ...text("page_size", "query"), schema: { type: "integer", format: "int64", minimum: 1 } };
const folder_id = "c47ade67-0543-4582-a4a5-b7de447c94f5";
const noUuid = '/folder_id: expected a value in the format uuid, got "1"';

/** An operation with this body, next to the id of a folder in its path. */
const withBody = (requestBody: object): Described => ({
  parameters: [{ ...text("folder_id", "path", true), schema: uuid }, page_size],
  operation: { requestBody },
});

describe("the schemas of an input", () => {
  it("check path, query and body side by side", () => {
    const { ofInput } = read(withBody(jsonBody(object({ name: string }, ["name"]))));
    expect(ofInput({ folder_id, name: "Smoke", page_size: 100 })).toBe("");
    expect(ofInput({ folder_id: "1", page_size: 0 })).toBe(
      `${noUuid}; /page_size: expected a number of at least 1, got 0; /name: is required`,
    );
  });

  it("report a property of path and body once", () => {
    expect(read(withBody(jsonBody(object({ folder_id: uuid })))).ofInput({ folder_id: "1" })).toBe(noUuid);
  });

  it("leave out of the body what stands in the path, unless the body requires it", () => {
    const update = { ...object({ folder_id: {}, name: string }), minProperties: 1 };
    const sparse = read(withBody(jsonBody(update)));
    expect(sparse.ofInput({ folder_id, name: "Smoke" })).toBe("");
    expect(sparse.ofInput({ folder_id, name: undefined })).toBe("(root): expected at least 1 property, got {}");
    const shared = read(withBody(jsonBody({ ...update, required: ["folder_id"] })));
    expect(shared.ofInput({ folder_id, page_size: 1 })).toBe("");
  });

  it("take a body that is not an object below body", () => {
    const { ofInput } = read(withBody(jsonBody({ type: "array", items: string })));
    expect(ofInput({ folder_id, body: ["a"] })).toBe("");
    expect(ofInput({ folder_id, body: [1] })).toBe("/body/0: expected a string, got 1");
    expect(ofInput({ folder_id })).toBe("/body: is required");
  });

  it("accept a file, and text, as a part of a form", () => {
    const report = { type: "string", contentMediaType: "application/xml" };
    const schema = object({ report, image: { type: "string", format: "binary" } }, ["report"]);
    const { ofInput } = read(withBody({ required: true, content: { "multipart/form-data": { schema } } }));
    expect(ofInput({ folder_id, report: new File(["<xml/>"], "report.xml"), image: new Blob() })).toBe("");
    expect(ofInput({ folder_id, report: "<xml/>" })).toBe("");
    expect(ofInput({ folder_id, report: 1 })).toBe("/report: expected a Blob, a File or a string, got 1");
  });

  it("accept a form or JSON where both are documented", () => {
    const form = { "multipart/form-data": { schema: object({ data: string }, ["data"]) } };
    const { content } = jsonBody(object({ cases: { type: "array" } }, ["cases"]));
    const { ofInput } = read(withBody({ required: true, content: { ...content, ...form } }));
    expect(ofInput({ folder_id, data: "{}" })).toBe("");
    expect(ofInput({ folder_id, cases: [] })).toBe("");
    expect(ofInput({ folder_id, data: 1 })).toBe("/data: expected a string, got 1");
  });
});

describe("the schemas of a response", () => {
  const reference = { $ref: "#/components/schemas/Folder" };
  const Folder = {
    ...object({ name: string, children: { type: "array", items: reference } }, ["name"]),
    title: "Folder",
    description: "Holds folders.",
  };
  const responding = (responses: object) => read({ operation: { responses }, schemas: { Folder, Unused: {} } });

  it("hold each component once, without text, and may contain themselves", () => {
    const { schemas, ofResult } = responding({ "200": jsonResponse({ type: "array", items: reference }) });
    expect(Object.keys(schemas)).toEqual(["Folder"]);
    expect(JSON.stringify(schemas)).not.toMatch(/Holds folders|title/);
    expect(ofResult([{ name: "a", children: [{ name: "b", children: [{}] }] }])).toBe(
      "/0/children/0/children/0/name: is required",
    );
  });

  it("check the keywords next to a $ref", () => {
    const { ofResult } = responding({ "200": jsonResponse({ ...reference, required: ["id"] }) });
    expect(ofResult({})).toBe("/id: is required; /name: is required");
  });

  it("accept any of several successes", () => {
    const { ofResult } = responding({
      "200": jsonResponse(reference),
      "202": jsonResponse({ type: "null" }),
      "204": {},
    });
    for (const result of [{ name: "a" }, null, undefined]) expect(ofResult(result)).toBe("");
    expect(ofResult(1)).toBe("(root): expected an object or null, got 1");
  });

  it("check nothing of a body that is not JSON", () => {
    expect(responding({ "200": { description: "", content: { "text/csv": { schema: string } } } }).result).toBe(true);
  });

  it("know every documented failure, with or without a body", () => {
    const counted = jsonResponse(object({}, ["count"]));
    const { ofError } = responding({ "404": { description: "" }, "4XX": counted });
    expect(ofError(404, 1)).toBe("");
    expect(ofError(422, { count: 1 })).toBe("");
    expect(ofError(422, 1)).toBe("(root): expected an object, got 1");
    expect(ofError(422, { count: 1n })).toBe("/count: expected a value that JSON can hold, got 1n");
    expect(ofError(500, {})).toBe("(root): expected a documented status (404, 4XX), got 500");
    expect(responding({ default: counted }).ofError(500, 1)).toBe("(root): expected an object, got 1");
  });
});

it("an operation without schemas accepts everything", () => {
  const find = findProblems({ schemas: {}, operationSchemas: {} });
  const found = [find.inInput("added", 1), find.inResult("added", 1), find.inError("added", 500, 1)];
  expect(found.join("")).toBe("");
});

const unchecked = "validation does not check";
it.each([
  [{ maxLength: 3 }, `${unchecked} \`maxLength\`; it checks $ref, allOf, anyOf, enum,`],
  [{ oneOf: [] }, `${unchecked} \`oneOf\`; it checks`],
  [{ discriminator: {} }, `${unchecked} \`discriminator\`; it checks`],
  [{ enum: [{}] }, "validation checks an `enum` of texts, numbers, booleans and null only."],
])("the generator rejects %o, naming the place", (name, message) => {
  expect(() => read(withBody(jsonBody(object({ name }))))).toThrow(`${id}: body/name: ${message}`);
});
