/** The suite sends what is generated; here is what would go unnoticed: that too little is generated. */
import { createSpec, type Schema } from "@testsigma-tms/spec/reader";
import fc from "fast-check";
import { expect, it } from "vitest";
import { badRequests, goodRequests, seed } from "./src/requests/generated-requests.ts";
import { arbitraryOf } from "./src/schemas/arbitrary-of.ts";
import { brokenOf } from "./src/schemas/broken-of.ts";
import { violations } from "./src/schemas/violations.ts";
import { valueAt } from "./src/value-at.ts";

const uuid = { type: "string", format: "uuid" };
const filter = {
  type: "object",
  required: ["field", "values"],
  properties: {
    field: { type: "string", minLength: 1, maxLength: 30 },
    operator: { enum: ["IN", "NOT_IN"] },
    values: { type: "array", minItems: 1, maxItems: 4, items: uuid },
    limit: { type: "integer", minimum: 1, maximum: 9 },
  },
};
const folder: Schema = { $ref: "#/components/schemas/Folder" };
const form = {
  type: "object",
  required: ["data"],
  properties: { data: folder, file: { type: "string", format: "binary" } },
};
const spec = createSpec({
  openapi: "3.1.0",
  paths: {
    "/projects/{project_id}/folders": {
      parameters: [
        { name: "project_id", in: "path", required: true, schema: uuid },
        { name: "limit", in: "query", schema: { type: "integer", format: "int64", minimum: 1 } },
      ],
      post: {
        operationId: "createFolder",
        requestBody: {
          required: true,
          content: {
            "application/json": { schema: { type: "object", properties: { project_id: uuid, folder } } },
            "multipart/form-data": { schema: form },
          },
        },
        responses: {},
      },
    },
  },
  components: {
    schemas: {
      Folder: {
        type: "object",
        required: ["name", "children"],
        properties: { name: { type: "string" }, children: { type: "array", items: folder }, parent: folder },
      },
    },
  },
});
const [createFolder] = spec.operations;
expect.assert(createFolder);

it.each<[string, Schema]>([
  ["an object", filter],
  ["a schema of parts", { allOf: [filter, { type: "object", required: ["limit"] }], required: ["operator"] }],
  ["alternatives", { oneOf: [filter, { type: "number" }, { type: "boolean" }, { const: "all" }] }],
  ["several types", { type: ["string", "null", "integer"], maxLength: 2, maximum: 3 }],
  ["a pattern", { type: "string", pattern: "^[a-z]{3}-\\d+$" }],
  ["formats", { anyOf: ["date", "date-time", "email", "uri"].map((format) => ({ type: "string", format })) }],
  ["a map", { type: "object", additionalProperties: { type: "integer" } }],
  ["anything", {}],
  ["a schema that contains itself", folder],
])("generates many values of %s, which fit it", (_what, schema) => {
  const values = fc.sample(arbitraryOf(spec, schema), { seed, numRuns: 50 });

  expect(values.flatMap((value) => violations(spec, schema, value))).toEqual([]);
  expect(new Set(values.map((value) => JSON.stringify(value))).size).toBeGreaterThan(5);
});

it("breaks every rule of a schema", () => {
  const values = fc.sample(brokenOf(spec, filter) ?? fc.constant(undefined), { seed, numRuns: 500 });
  const messages = values.flatMap((value) => violations(spec, filter, value));

  expect([...new Set(messages.map((message) => message.replace(/values\/\d/, "values/0")))].sort()).toEqual([
    "/field must NOT have fewer than 1 characters",
    "/field must NOT have more than 30 characters",
    "/field must be string",
    "/limit must be <= 9",
    "/limit must be >= 1",
    "/limit must be integer",
    "/operator must be equal to one of the allowed values",
    "/values must NOT have fewer than 1 items",
    "/values must NOT have more than 4 items",
    "/values must be array",
    "/values/0 must be string",
    '/values/0 must match format "uuid"',
    "must be object",
    "must have required property 'field'",
    "must have required property 'values'",
  ]);
});

it.each([
  ["keyword", { type: "object", dependentRequired: {} }, 'for the JSON Schema keyword "dependentRequired".'],
  ["format", { type: "string", format: "iri" }, 'for the format "iri".'],
])("throws for a %s that it does not know", (_what, schema, message) => {
  expect(() => arbitraryOf(spec, schema)).toThrow(message);
});

it("generates requests in each media type, and breaks parameters, JSON and forms", () => {
  const good = fc.sample(goodRequests(spec, createFolder), { seed, numRuns: 100 });
  const broken = badRequests(spec, createFolder);
  expect.assert(broken);
  const bad = fc.sample(broken, { seed, numRuns: 300 });
  const isForm = (mediaType = "") => mediaType.includes("form");

  expect(new Set(good.map(({ mediaType }) => isForm(mediaType)))).toEqual(new Set([true, false]));
  expect(bad.some(({ parameters }) => Number.isNaN(Number(parameters.limit ?? 1)))).toBe(true);
  expect(bad.some(({ parameters }) => Number(parameters.limit) < 1)).toBe(true);
  expect(bad.some(({ body }) => body === undefined)).toBe(true);
  expect(bad.some(({ body, mediaType }) => isForm(mediaType) && valueAt(body, "data") === undefined)).toBe(true);
});
