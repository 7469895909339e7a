import type { OpenApiDocument } from "../src/index.js";

const json = (schema: object, examples?: Record<string, unknown>) => ({
  "application/json": {
    schema,
    ...(examples && {
      examples: Object.fromEntries(Object.entries(examples).map(([name, value]) => [name, { value }])),
    }),
  },
});
const ok = (content?: object) => ({ description: "Fine", ...(content && { content }) });
const uuid = { type: "string", format: "uuid" };
const wrapped = (name: string, schema: object) => ({
  type: "object",
  required: ["message", "data"],
  properties: {
    message: { type: "string" },
    data: { type: "object", required: [name], properties: { [name]: schema } },
  },
});
const pageInfo = {
  type: "object",
  properties: {
    page_size: { type: "integer" },
    total_count: { type: "integer" },
    next: { type: ["string", "null"] },
    prev: { type: ["string", "null"] },
  },
};
const parameter = (name: string, place: string, schema: object, more: object = {}) => ({
  name,
  in: place,
  schema,
  ...(place === "path" && { required: true }),
  ...more,
});

const run = (number: number) => ({
  id: `7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b${number}`,
  human_id: `DEMO-R-${number}`,
  project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
  title: `Run ${number}`,
  status: "ACTIVE",
  created_at: 1_710_675_200,
  updated_at: 1_710_675_200,
});

/** One operation of every kind that a document can have. */
export const everyKind: OpenApiDocument = {
  openapi: "3.1.0",
  info: { title: "Every kind", version: "1" },
  servers: [{ url: "https://kinds.example/api/v1" }],
  paths: {
    "/statuses": {
      get: {
        operationId: "listStatuses",
        responses: { "200": ok(json({ type: "array", items: { type: "string" } }, { all: ["Passed", "Failed"] })) },
      },
    },
    "/projects/{project_id}/runs": {
      parameters: [parameter("project_id", "path", uuid)],
      get: {
        operationId: "listRuns",
        "x-items": ["data.test_runs"],
        parameters: [
          parameter("page_size", "query", { type: "integer", minimum: 1, format: "int64" }),
          parameter("label", "query", { type: "array", items: { type: "string", minLength: 2 } }),
          parameter(
            "filter",
            "query",
            { type: "object", properties: { since: { type: "integer" } } },
            { style: "deepObject" },
          ),
        ],
        responses: {
          "200": ok(
            json(
              {
                type: "object",
                required: ["data", "page_info"],
                properties: {
                  data: {
                    type: "object",
                    required: ["test_runs"],
                    properties: { test_runs: { type: "array", items: { $ref: "#/components/schemas/Run" } } },
                  },
                  page_info: pageInfo,
                },
              },
              {
                listed: {
                  data: { test_runs: [run(1), run(2), run(3)] },
                  page_info: { page_size: 25, total_count: 40, next: "https://kinds.example/?page=2", prev: "" },
                },
              },
            ),
          ),
        },
      },
      post: {
        operationId: "createRun",
        requestBody: {
          required: true,
          content: json({
            type: "object",
            required: ["title"],
            properties: {
              title: { type: "string", minLength: 1 },
              description: { type: "string" },
              email: { type: "string", format: "email" },
              anything: { description: "It has no type." },
              selection: {
                type: "array",
                items: { type: "object", required: ["field"], properties: { field: { type: "string" } } },
              },
            },
          }),
        },
        responses: {
          "201": ok(
            json(wrapped("test_run", { $ref: "#/components/schemas/Run" }), {
              created: { message: "", data: { test_run: run(1) } },
            }),
          ),
          "202": ok(
            json(
              { type: "object", required: ["job"], properties: { job: { type: "string" } } },
              { queued: { job: "7" } },
            ),
          ),
        },
      },
    },
    "/projects/{project_id}/runs/{test_run_id}": {
      parameters: [parameter("project_id", "path", uuid), parameter("test_run_id", "path", { type: "string" })],
      put: {
        operationId: "updateRun",
        requestBody: {
          required: true,
          content: json({
            type: "object",
            minProperties: 1,
            properties: { title: { type: "string" }, status: { type: "string" } },
          }),
        },
        responses: {
          "200": ok(
            json(wrapped("test_run", { $ref: "#/components/schemas/Run" }), {
              updated: { message: "", data: { test_run: run(1) } },
            }),
          ),
        },
      },
      delete: {
        operationId: "deleteRun",
        responses: { "204": ok(json({ type: "object" }, { deleted: { message: "deleted" } })) },
      },
    },
    "/projects/{project_id}/runs/{test_run_id}/import": {
      parameters: [parameter("project_id", "path", uuid), parameter("test_run_id", "path", { type: "string" })],
      post: {
        operationId: "importReport",
        requestBody: {
          required: true,
          content: {
            "multipart/form-data": {
              schema: {
                type: "object",
                required: ["junit_xml"],
                properties: {
                  junit_xml: { type: "string", contentMediaType: "application/xml" },
                  attempt: { type: "integer" },
                  options: { type: "object", properties: { strict: { type: "boolean" } } },
                  tags: { type: "array", items: { type: "string" } },
                },
              },
            },
            ...json({
              type: "object",
              required: ["junit_url"],
              properties: { junit_url: { type: "string", format: "uri" } },
            }),
          },
        },
        responses: {
          "200": ok(
            json(wrapped("import", { type: "object", properties: { id: uuid, test_run_id: { type: "string" } } }), {
              pending: { message: "", data: { import: { id: run(9).id, test_run_id: "DEMO-R-1" } } },
            }),
          ),
        },
      },
    },
    "/folders/{folder_id}": {
      get: {
        operationId: "getFolder",
        parameters: [parameter("folder_id", "path", { type: "integer", format: "int64" })],
        responses: { "200": ok(json(wrapped("folder", { $ref: "#/components/schemas/Folder" }))) },
      },
    },
    "/report": {
      get: {
        operationId: "getReport",
        responses: { "200": ok({ "text/csv": { schema: { type: "string" }, example: "id,title\n1,Nightly" } }) },
      },
    },
  },
  components: {
    schemas: {
      Run: {
        type: "object",
        required: ["id", "human_id", "title", "status"],
        properties: {
          id: uuid,
          human_id: { type: "string" },
          project_id: uuid,
          title: { $ref: "#/components/schemas/Title", description: "A reference with a neighbour.", maxLength: 40 },
          status: { type: "string", examples: ["ACTIVE"] },
          email: { type: "string", format: "email" },
          url: { type: "string", format: "uri" },
          day: { type: "string", format: "made-up" },
          created_at: { type: "integer", format: "int64", minimum: 0 },
          updated_at: { type: "integer", format: "int64", minimum: 0 },
          anything: { description: "It has no type." },
        },
      },
      Title: { type: "string" },
      Folder: {
        type: "object",
        required: ["id", "children"],
        properties: {
          id: { type: "integer" },
          name: { type: "string" },
          children: { type: "array", items: { $ref: "#/components/schemas/Folder" } },
        },
      },
    },
  },
};
