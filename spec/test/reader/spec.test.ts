import { expect, it } from "vitest";
import { createSpec, type OpenApiDocument } from "../../reader/index.ts";

const document: OpenApiDocument = {
  openapi: "3.1.0",
  security: [{ apiKey: [] }],
  paths: {
    "/folders/{folder_id}": {
      parameters: [
        { name: "folder_id", in: "path", required: true, schema: { type: "string" } },
        { name: "page_size", in: "query", schema: { type: "integer" } },
      ],
      put: {
        operationId: "updateFolder",
        tags: ["Folders"],
        parameters: [{ name: "page_size", in: "query", schema: { type: "string" } }],
        requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/Folder" } } } },
        responses: {
          "200": { $ref: "#/components/responses/Folder" } as never,
          "4XX": { description: "Rejected." },
        },
      },
      post: { security: [], responses: { default: { description: "Anything." } } },
    },
  },
  components: {
    responses: {
      Folder: {
        description: "The folder.",
        content: {
          "application/json": {
            schema: { $ref: "#/components/schemas/Folder" },
            examples: { root: { $ref: "#/components/examples/Root" } },
          },
        },
      },
    },
    examples: { Root: { value: { children: [] } } },
    schemas: {
      Folder: {
        type: "object",
        properties: { children: { type: "array", items: { $ref: "#/components/schemas/Folder" } } },
      },
      "a/b~c": { type: "string", description: "Escaped." },
      Loop: { $ref: "#/components/schemas/Loop" },
    },
  },
};
const { operations, resolve } = createSpec(document);
const [updateFolder, unnamed] = operations;

it("reads an operation with what the path item adds to it", () => {
  expect(updateFolder).toMatchObject({ id: "updateFolder", tag: "Folders", method: "PUT", isSecured: true });
  expect(updateFolder?.parameters.map(({ name, schema }) => [name, schema])).toEqual([
    ["folder_id", { type: "string" }],
    ["page_size", { type: "string" }],
  ]);
});

it("reads what is deprecated, and whether a body is required", () => {
  const requestBody = { content: { "application/json": {} } };
  const { operations } = createSpec({
    openapi: "3.1.0",
    paths: {
      "/old": { post: { deprecated: true, requestBody, responses: {} } },
      "/new": { post: { requestBody: { ...requestBody, required: true }, responses: {} } },
    },
  });
  const read = operations.map(({ isDeprecated, requestBody }) => [isDeprecated, requestBody?.isRequired]);

  expect(read).toEqual([
    [true, false],
    [false, true],
  ]);
});

it("names an operation without an operationId by method and path", () => {
  expect(unnamed).toMatchObject({ id: "POST /folders/{folder_id}", tag: "Untagged", isSecured: false });
});

it("keeps the document's order, also within a path", () => {
  expect(operations.map(({ method }) => method)).toEqual(["PUT", "POST"]);
  const { operations: reversed } = createSpec({
    openapi: "3.1.0",
    paths: { "/": { post: { responses: {} }, get: { responses: {} } } },
  });
  expect(reversed.map(({ method }) => method)).toEqual(["POST", "GET"]);
});

it("derives from the method whether a request may be repeated", () => {
  expect(operations.map(({ isRepeatable }) => isRepeatable)).toEqual([true, false]);
});

it("follows references to responses and examples, and leaves those in schemas", () => {
  expect(updateFolder?.responses[0]?.content).toEqual([
    {
      mediaType: "application/json",
      schema: { $ref: "#/components/schemas/Folder" },
      examples: { root: { value: { children: [] } } },
    },
  ]);
});

it("prefers properties next to a reference", () => {
  expect(resolve({ $ref: "#/components/schemas/a~1b~0c", description: "Here." })).toEqual({
    type: "string",
    description: "Here.",
  });
});

it("rejects a reference that names nothing, leaves the document or refers to itself", () => {
  expect(() => resolve({ $ref: "#/components/schemas/Nothing" })).toThrow(
    "The document has no #/components/schemas/Nothing.",
  );
  expect(() => resolve({ $ref: "other.yaml" })).toThrow("other.yaml leaves the document. Bundle it first.");
  expect(() => resolve({ $ref: "#/components/schemas/Loop" })).toThrow("#/components/schemas/Loop refers to itself.");
});
