import { createSpec, type Schema } from "@testsigma-tms/codegen";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { badRequests, goodRequests } from "../../src/requests/generated-requests.ts";
import { arbitraryOf } from "../../src/schemas/arbitrary-of.ts";
import { brokenOf } from "../../src/schemas/broken-of.ts";
import { violations } from "../../src/schemas/violations.ts";

const seed = 20261123;
const ofFormat = (format: string) => ({ type: "string", format });
const filter = {
  type: "object",
  required: ["field", "values"],
  properties: {
    field: { type: "string", minLength: 1, maxLength: 30 },
    operator: { enum: ["IN", "NOT_IN"] },
    values: { type: "array", minItems: 1, maxItems: 4, items: { type: "string", format: "uuid" } },
    limit: { type: "integer", minimum: 1, maximum: 9 },
  },
};
const folder: Schema = { $ref: "#/components/schemas/Folder" };
const spec = createSpec({
  openapi: "3.1.0",
  paths: {
    "/projects/{project_id}/folders": {
      parameters: [
        { name: "project_id", in: "path", required: true, schema: ofFormat("uuid") },
        { name: "limit", in: "query", schema: { type: "integer", format: "int64", minimum: 1 } },
      ],
      post: {
        operationId: "createFolder",
        requestBody: {
          required: true,
          content: {
            "application/json": { schema: { type: "object", properties: { project_id: ofFormat("uuid"), folder } } },
            "multipart/form-data": {
              schema: { type: "object", required: ["data"], properties: { data: folder, file: ofFormat("binary") } },
            },
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

describe("every generated value fits its schema:", () => {
  it.each<[string, Schema]>([
    ["an object", filter],
    ["a schema of parts", { allOf: [filter, { type: "object", required: ["limit"] }], required: ["operator"] }],
    ["alternatives", { oneOf: [filter, { type: "number" }, { type: "boolean" }, { const: "all" }] }],
    ["several types", { type: ["string", "null", "integer"], maxLength: 2, maximum: 3 }],
    ["a pattern", { type: "string", pattern: "^[a-z]{3}-\\d+$" }],
    ["formats", { type: "array", items: { anyOf: ["date", "date-time", "email", "uri"].map(ofFormat) } }],
    ["a map", { type: "object", additionalProperties: { type: "integer" } }],
    ["anything", {}],
    ["an object that may not be empty", { ...filter, required: [], minProperties: 1 }],
    ["a schema that contains itself", folder],
  ])("%s", (_what, schema) => {
    const values = fc.sample(arbitraryOf(spec, schema), { seed, numRuns: 100 });

    expect(values.flatMap((value) => violations(spec, schema, value))).toEqual([]);
    expect(new Set(values.map((value) => JSON.stringify(value))).size).toBeGreaterThan(5);
  });
});

it("the broken values break every rule of the schema", () => {
  const broken = brokenOf(spec, filter);
  expect.assert(broken);
  const values = fc.sample(broken, { seed, numRuns: 1000 });
  const messages = values.flatMap((value) => violations(spec, filter, value));

  expect(new Set(messages.map((message) => message.replace(/values\/\d/, "values/0")))).toEqual(
    new Set([
      "must be object",
      "must have required property 'field'",
      "must have required property 'values'",
      "/field must be string",
      "/field must NOT have fewer than 1 characters",
      "/field must NOT have more than 30 characters",
      "/operator must be equal to one of the allowed values",
      "/values must be array",
      "/values must NOT have fewer than 1 items",
      "/values must NOT have more than 4 items",
      "/values/0 must be string",
      '/values/0 must match format "uuid"',
      "/limit must be integer",
      "/limit must be >= 1",
      "/limit must be <= 9",
    ]),
  );
});

it("a failure shrinks to a small counterexample", () => {
  const title = { type: "string", minLength: 1 };
  const body = { type: "object", required: ["title"], properties: { title, description: title, dates: filter } };
  const rejectsLongTitles = fc.property(
    arbitraryOf(spec, body),
    (value) => (value as { title: string }).title.length < 4,
  );
  const { counterexample } = fc.check(rejectsLongTitles, { seed });

  expect(counterexample).toEqual([{ title: "    " }]);
});

describe("a schema that the generators do not understand is rejected:", () => {
  it.each([
    ["a keyword", { type: "object", dependentRequired: {} }, 'for the JSON Schema keyword "dependentRequired".'],
    ["a format", { type: "string", format: "iri" }, 'for the format "iri".'],
  ])("%s", (_what, schema, message) => {
    expect(() => arbitraryOf(spec, schema)).toThrow(message);
  });
});

describe("the requests of an operation", () => {
  const [createFolder] = spec.operations;
  expect.assert(createFolder);
  const bad = badRequests(spec, createFolder);
  expect.assert(bad);

  it("carry the same project in path and body", () => {
    const requests = fc.sample(goodRequests(spec, createFolder), { seed, numRuns: 100 });
    const inBody = requests.filter(({ body }) => Object.hasOwn(Object(body), "project_id"));

    expect(inBody.length).toBeGreaterThan(5);
    for (const { parameters, body } of inBody) expect(Object(body).project_id).toBe(parameters.project_id);
  });

  it("are in each media type", () => {
    const requests = fc.sample(goodRequests(spec, createFolder), { seed, numRuns: 100 });

    expect(new Set(requests.map(({ mediaType }) => mediaType))).toEqual(
      new Set(["application/json", "multipart/form-data"]),
    );
  });

  it("are broken in parameters, JSON and forms", () => {
    const requests = fc.sample(bad, { seed, numRuns: 300 });

    expect(requests.some(({ parameters }) => Number.isNaN(Number(parameters.limit ?? 1)))).toBe(true);
    expect(requests.some(({ parameters }) => Number(parameters.limit) < 1)).toBe(true);
    expect(requests.some(({ body }) => body === undefined)).toBe(true);
    expect(requests.some(({ body, mediaType }) => mediaType?.includes("form") && !("data" in Object(body)))).toBe(true);
  });
});
