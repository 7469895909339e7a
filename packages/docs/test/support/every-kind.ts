import type { OpenApiDocument } from "@testsigma-tms/spec/reader";

/** Values that break careless quoting. */
export const hostileBody = {
  title: `It's "quoted" with $HOME, \`id\`, \\n, %s, EOF and <b>`,
  lines: "one\ntwo\tthree",
  signs: "— 日本語 🎉 {{x}}",
  empty: { object: {}, list: [], nothing: null, yes: true, zero: 0, "odd key": -1.5 },
};

const projectId = { name: "project_id", in: "path", required: true, example: "a/b c", schema: { type: "string" } };
const ok = { "200": { description: "Done." } };
const note = `it's "q" \\n $HOME`;
const file = { type: "string", contentMediaType: "application/xml" };

/** A form with a file and a text. */
const form = (example: object) => ({
  schema: {
    type: "object",
    required: ["junit_xml"],
    properties: { junit_xml: file, note: { type: "string", deprecated: true } },
  },
  examples: { report: { value: example } },
});

/** A small API with an operation of every kind. */
export const everyKind = {
  openapi: "3.1.0",
  info: { title: "Every kind", version: "1", summary: "One of each", description: "What it is.\n\n## Errors\n\nFew." },
  servers: [{ url: "https://api.example/api/v1" }],
  security: [{ key: [] }],
  tags: [{ name: "Folders" }, { name: "Test runs" }],
  paths: {
    "/folders": {
      get: {
        operationId: "listFolders",
        tags: ["Folders"],
        summary: "List folders",
        deprecated: true,
        parameters: [
          { name: "status", in: "query", required: true, example: "ACTIVE & CLOSED", schema: { type: "string" } },
          { name: "id", in: "query", example: ["1", "2"], schema: { type: "array", items: { type: "string" } } },
          { name: "page", in: "query", schema: { type: "integer", format: "int64" } },
        ],
        responses: {
          "200": {
            description: "The folders.",
            content: { "application/json": { examples: { all_folders: { value: [{ id: "1" }] } } } },
          },
          "500": {
            description: "Failed.",
            content: { "application/json": { examples: { rate_limited: { value: { message: "slow down" } } } } },
          },
        },
      },
    },
    "/users": {
      get: { operationId: "listUsers", tags: ["Users"], summary: "List users", security: [], responses: ok },
    },
    "/projects/{project_id}/runs": {
      parameters: [projectId],
      post: {
        operationId: "createTestRun",
        tags: ["Test runs"],
        summary: "Create a test run",
        requestBody: {
          required: true,
          content: {
            "application/json": {
              schema: { type: "object", required: ["title"], properties: { title: { type: "string" } } },
              examples: { hostile: { value: hostileBody } },
            },
          },
        },
        responses: { "201": { description: "Created." }, "202": { description: "Later." } },
      },
      put: {
        operationId: "updateTestRun",
        tags: ["Test runs"],
        summary: "Update a test run",
        requestBody: { content: { "application/json": { examples: { closed: { value: { status: "CLOSED" } } } } } },
        responses: ok,
      },
      delete: {
        operationId: "deleteTestRun",
        tags: ["Test runs"],
        summary: "Delete a test run",
        responses: { "204": { description: "Gone." } },
      },
    },
    "/projects/{project_id}/reports": {
      parameters: [projectId],
      post: {
        operationId: "importReport",
        tags: ["Test runs"],
        summary: "Import a report",
        requestBody: {
          content: {
            "multipart/form-data": form({ note }),
            "application/json": { examples: { text: { value: { report: "<testsuites/>" } } } },
          },
        },
        responses: ok,
      },
      put: {
        operationId: "replaceReport",
        tags: ["Test runs"],
        summary: "Replace a report",
        requestBody: { content: { "multipart/form-data": form({ junit_xml: "@report.xml", note }) } },
        responses: ok,
      },
    },
  },
} as unknown as OpenApiDocument;
