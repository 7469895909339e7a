import type { OpenApiDocument } from "@testsigma-tms/codegen";

/** Values that break careless quoting. */
export const hostileBody = {
  title: `It's "quoted" with $HOME, \`id\`, \\n, %s, EOF and <b>`,
  lines: "one\ntwo\tthree",
  signs: "— 日本語 🎉 {{x}}",
  empty: { object: {}, list: [], nothing: null, yes: true, zero: 0, "odd key": -1.5 },
};

const projectId = { name: "project_id", in: "path", required: true, example: "a/b c", schema: { type: "string" } };
const folder = { $ref: "#/components/schemas/Folder" };
const ok = { "200": { description: "Done." } };

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
        description: "Lists.",
        parameters: [
          { name: "status", in: "query", required: true, example: "ACTIVE & CLOSED", schema: { type: "string" } },
          { name: "id", in: "query", example: ["1", "2"], schema: { type: "array", items: { type: "string" } } },
          { name: "page", in: "query", schema: { type: "integer", format: "int64" } },
        ],
        responses: {
          "200": {
            description: "The folders.",
            "x-provenance": "documented",
            content: {
              "application/json": {
                schema: { type: "array", items: folder },
                examples: { all_folders: { summary: "Two", value: [{ id: "1", children: [] }] } },
              },
            },
          },
          "500": {
            description: "Failed.",
            "x-provenance": "observed",
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
              schema: {
                type: "object",
                required: ["title"],
                "x-required-provenance": "inferred",
                properties: {
                  title: { type: "string", format: "email", "x-provenance": "documented" },
                  settings: {
                    type: "object",
                    required: ["deep"],
                    properties: { other: { type: "string" }, deep: { type: "object", properties: { deeper: {} } } },
                  },
                  kind: { type: "string", enum: ["A", "B"], examples: ["A"], "x-provenance": "observed" },
                },
              },
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
            "multipart/form-data": {
              schema: {
                type: "object",
                required: ["junit_xml"],
                properties: {
                  junit_xml: { type: "string", contentMediaType: "application/xml" },
                  note: { type: "string" },
                },
              },
              examples: { report: { value: { note: `it's "q" \\n $HOME` } } },
            },
            "application/json": { examples: { text: { value: { report: "<testsuites/>" } } } },
          },
        },
        responses: ok,
      },
      put: {
        operationId: "replaceReport",
        tags: ["Test runs"],
        summary: "Replace a report",
        requestBody: {
          content: {
            "multipart/form-data": {
              schema: {
                type: "object",
                required: ["junit_xml"],
                properties: { junit_xml: { type: "string", format: "binary" }, note: { type: "string" } },
              },
              examples: { report: { value: { junit_xml: "@report.xml", note: `it's "q" \\n $HOME` } } },
            },
          },
        },
        responses: ok,
      },
    },
  },
  components: {
    schemas: {
      Folder: {
        type: "object",
        description: "A folder.",
        required: ["id", "parent"],
        properties: {
          id: { type: "string", "x-provenance": "documented", description: "Unique." },
          parent: folder,
          children: { type: "array", items: folder, "x-provenance": "documented" },
          anything: { "x-provenance": "observed" },
        },
      },
    },
  },
  // The types allow no properties beside `$ref`, and no plain string instead of a union of strings.
} as unknown as OpenApiDocument;
