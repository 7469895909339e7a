import { createSpec, type OpenApiDocument, type Schema } from "@testsigma-tms/spec/reader";
import { describe, expect, it } from "vitest";
import { fieldsHtml } from "../../src/fields/fields-html.ts";
import { operationFields } from "../../src/fields/operation-fields.ts";
import { bodyFields } from "../../src/fields/read-fields.ts";
import { spec } from "../support/built-docs.ts";

const Folder = {
  type: "object",
  required: ["id"],
  "x-required-provenance": "inferred",
  properties: {
    id: { type: "string", format: "uuid", description: "Unique.", "x-provenance": "documented" },
    parent: { $ref: "#/components/schemas/Folder", deprecated: true },
    children: { type: "array", items: { $ref: "#/components/schemas/Folder" }, "x-provenance": "observed" },
  },
};
const small = createSpec({ openapi: "3.1.0", components: { schemas: { Folder } } } as unknown as OpenApiDocument);

function read(schema: object, examples: unknown[] = [], isFlat = false) {
  return bodyFields(small, { schema: schema as Schema, examples, place: "body", isFlat });
}
const linesOf = (schema: object) => read(schema).map(({ parents, name, type }) => `${parents}${name}: ${type}`);

describe("the fields of a body", () => {
  it("are listed at any depth, each before those within it", () => {
    const filter = { type: "object", properties: { values: { type: "array", items: { type: "string" } } } };

    expect(linesOf({ type: "object", properties: { filters: { type: "array", items: filter }, end: {} } })).toEqual([
      "filters: array of objects",
      "filters[].values: array of strings",
      "end: any value",
    ]);
  });

  it("come from each alternative of anyOf and oneOf, which says when they are there", () => {
    const one = { type: "object", properties: { total: { type: "integer" } } };
    const properties = { results: { anyOf: [{ type: "array", items: one }, one, { type: "null" }] } };

    expect(linesOf({ properties })).toEqual([
      "results: array of objects or object or null",
      "results[].total: integer",
      "results.total: integer",
    ]);
    expect(read({ properties }).map(({ condition }) => condition)).toEqual([
      "",
      "If it is an array of objects",
      "If it is an object",
    ]);
  });

  it("have the pattern of their names where these are open", () => {
    const open = {
      patternProperties: { "^file_[0-9]+$": { type: "string" } },
      additionalProperties: { type: "integer" },
    };

    expect(linesOf({ type: "object", ...open })).toEqual(["^file_[0-9]+$: string", "(any other name): integer"]);
  });

  it("end where a schema contains itself", () => {
    expect(linesOf({ $ref: "#/components/schemas/Folder" })).toEqual([
      "id: string (uuid)",
      "parent: object",
      "children: array of objects",
    ]);
  });

  it("have ids of their own, also where two alternatives have the same name", () => {
    const ids = read({ oneOf: [{ properties: { id: {} } }, { properties: { id: {} } }] }).map(({ id }) => id);

    expect(ids).toEqual(["body/id", "body/id-2"]);
  });

  it.each([
    [{ type: "string", minLength: 1, pattern: "^a" }, "not empty, matches ^a"],
    [{ type: "array", minItems: 2 }, "at least 2 items"],
    [{ type: "integer", minimum: 1 }, "1 or more"],
  ])("have their limits in words: %j", (schema, limits) => {
    expect(read({ properties: { it: schema } })[0]?.limits.join(", ")).toBe(limits);
  });

  it("show their value in the first example that has one, and none that says nothing", () => {
    const properties = {
      list: { items: { properties: { day: { example: 1 } } } },
      empty: {},
      kind: { enum: ["A"], example: "A" },
    };
    const fields = read({ properties }, [
      { list: [], empty: [] },
      { list: [{ day: 2 }], kind: "A" },
    ]);

    expect(fields.map(({ name, example }) => [name, example])).toEqual([
      ["list", undefined],
      ["day", 2],
      ["empty", undefined],
      ["kind", undefined],
    ]);
  });

  it("leave out documented objects that only hold others where the documentation does", () => {
    const run = { type: "object", properties: { id: { type: "string" } } };
    const data = { type: "object", properties: { run, case: { ...run, "x-provenance": "observed" } } };
    const names = read({ properties: { data } }, [], true).map(({ parents, name }) => parents + name);

    expect(names).toEqual(["data.run.id", "data.case", "data.case.id"]);
  });
});

describe("printed fields", () => {
  const fields = read({ $ref: "#/components/schemas/Folder" });
  const html = fieldsHtml(fields, "listFolders", (markdown) => markdown);

  it("mark what is observed or inferred, and nothing that is documented", () => {
    expect(html.match(/class="mark \w+"/g)).toEqual(['class="mark observed"']);
    expect(html).toContain(
      'href="#documented-observed-inferred" title="That it is required is inferred, not documented."',
    );
    expect(html).toContain('<span class="soft">deprecated</span>');
  });
});

describe("the fields of the spec", () => {
  it("are complete, by name or by the path of others", () => {
    const missing = spec.operations.flatMap((operation) => {
      const { bodies, responses } = operationFields(spec, operation);
      const fields = [...bodies, ...responses].flatMap((each) => each.fields);
      const shown = fields.map(({ parents, name }) => `${parents}${name}.`);
      const bodiesOfSpec = [operation.requestBody, ...operation.responses.filter(({ isSuccess }) => isSuccess)];
      return bodiesOfSpec
        .flatMap((body) => body?.content ?? [])
        .flatMap(({ schema }) => (schema ? pathsOf(schema, "", []) : []))
        .filter((path) => !shown.some((each) => each.startsWith(`${path}.`)))
        .map((path) => `${operation.id} ${path}`);
    });

    expect(missing).toEqual([]);
  });

  it("of createTestRun show the values of the documented request, and its documented timestamps", () => {
    const operation = spec.operations.find(({ id }) => id === "createTestRun");
    if (!operation) throw new Error("The spec has lost createTestRun.");
    const [content] = operation.requestBody?.content ?? [];
    const documented = Object.values(content?.examples ?? {}).find((each) => each["x-provenance"] === "documented");
    const fields = operationFields(spec, operation).bodies[0]?.fields ?? [];
    const shown = fields.filter(
      ({ parents, mark, example }) => !parents && mark === "documented" && example !== undefined,
    );
    const examples = Object.fromEntries(fields.map(({ id, example }) => [id, example]));

    expect(documented?.value).toMatchObject(Object.fromEntries(shown.map(({ name, example }) => [name, example])));
    expect(examples).toMatchObject({
      "body/start_date": 1710675200,
      "body/static_selection_filters[]/values": ["9ac271b6-4e89-4c93-8c75-2d625efa0b2d"],
    });
    expect(examples["body/static_selection_filters"]).toBeUndefined();
  });
});

/** Returns the path of every property, found without the code under test. */
function pathsOf(node: Schema, path: string, seen: unknown[]): string[] {
  const schema = spec.resolve<Schema>(node);
  const { properties = {}, items, allOf = [], anyOf = [], oneOf = [], patternProperties = {} } = schema;
  if (seen.includes(schema.properties ?? schema)) return [];
  const inner = [...seen, schema.properties ?? schema];
  const named = Object.entries({ ...properties, ...patternProperties }).flatMap(([name, property]) => {
    const own = path === "" ? name : `${path}.${name}`;
    return [own, ...pathsOf(property as Schema, own, inner)];
  });
  const parts = [...allOf, ...anyOf, ...oneOf].flatMap((part) => pathsOf(part as Schema, path, inner));
  return [...named, ...parts, ...(items ? pathsOf(items as Schema, `${path}[]`, inner) : [])];
}
