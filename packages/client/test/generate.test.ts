import { createSpec } from "@testsigma-tms/spec/reader";
import { transform } from "esbuild";
import { describe, expect, it } from "vitest";
import { printOperations, printRoutes } from "../scripts/print-operations.ts";
import { readOperations } from "../scripts/read-operations.ts";
import { type Described, jsonBody, object, readOne, specOf, string, text } from "./described-method.js";

describe("readOperations", () => {
  it("leaves out of a route what the template and the method say", () => {
    const operation = { parameters: [text("force", "query")], requestBody: jsonBody(object({ reason: string })) };
    expect(readOne({ at: "put /runs/{id}", operation }).route).toEqual({ route: "PUT /runs/{id}", query: ["force"] });
    expect(readOne({ at: "get /runs/{id}", operation: {} }).route).toEqual({ route: "GET /runs/{id}" });
  });

  it.each<[what: string, described: Described, isOptional: boolean]>([
    ["nothing is required", { at: "get /runs", operation: { parameters: [text("page", "query")] } }, true],
    ["a parameter is required", { operation: {} }, false],
    ["a property is required", { at: "post /runs", operation: { requestBody: jsonBody(object({}, ["a"])) } }, false],
  ])("says that the input may be left out where %s: %s", (_what, described, isOptional) => {
    expect(readOne(described).isInputOptional).toBe(isOptional);
  });

  it.each<[what: string, described: Described, message: string]>([
    [
      "two properties of one name and different types",
      { at: "post /runs/{id}", operation: { requestBody: jsonBody(object({ id: { type: "integer" } })) } },
      'testedOperation (POST /runs/{id}): `id` is "string" in one place and "integer" in another, but is given once. Give both one type.',
    ],
    [
      "a property that the input needs for itself",
      { operation: { parameters: [text("headers", "query"), text("x-a", "header")] } },
      "testedOperation (DELETE /runs/{id}): a property named `headers` collides with the input's own `headers`.",
    ],
    [
      "an operation that cannot name a method",
      { operation: { operationId: "delete-run" } },
      'DELETE /runs/{id}: it needs an operationId that can name a method (letters, digits, _), not "delete-run".',
    ],
    [
      "a name that would make a promise of the client",
      { operation: { operationId: "then" } },
      "The operationId `then` is taken. Rename the operation.",
    ],
  ])("rejects %s", (_what, described, message) => {
    expect(() => readOne(described)).toThrow(new Error(message));
  });

  it("rejects two operations of one name", () => {
    const operation = { operationId: "listRuns", responses: { "200": { description: "" } } };
    const spec = createSpec({ openapi: "3.1.0", paths: { "/a": { get: operation }, "/b": { get: operation } } });
    expect(() => readOperations(spec)).toThrow("The operationId `listRuns` is taken.");
  });
});

const print = (described: Described) => printOperations(readOperations(specOf(described)), specOf(described));

describe("printOperations", () => {
  const examples = { long: { value: { title: "Nightly", labels: ["a"] } }, short: { value: { title: "N" } } };
  const create = {
    at: "post /projects/{id}/runs",
    parameters: [{ ...text("id", "path", true), example: "p" }, text("force", "query")],
    operation: {
      summary: "Create a run",
      description: "It cannot be undone: */ is escaped.",
      deprecated: true,
      requestBody: { content: { "application/json": { schema: object({ title: string }), examples } } },
    },
  };

  it("documents a method, with the shortest documented request as an example", () => {
    expect(print(create)).toContain(`
  /**
   * Create a run
   *
   * It cannot be undone: *\\/ is escaped.
   *
   * \`POST /projects/{id}/runs\`
   *
   * @deprecated The documentation of the API marks it as deprecated.
   * @example
   * await testsigma.testedOperation({
   *   id: "p",
   *   title: "N"
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  testedOperation: (input: TestedOperationInput, options?: CallOptions) => Promise<TestedOperationResult>;
`);
  });

  it("links a method to its page of the docs, if the spec says where they are", () => {
    const linked = createSpec({ ...specOf(create).document, externalDocs: { url: "https://docs.example/api/" } });
    expect(printOperations(readOperations(linked), linked)).toContain(
      "   * @see [Create a run](https://docs.example/api/testedOperation.html)\n   */",
    );
  });

  it("reads the file of an example from the disk, and says how long a form may take", () => {
    const schema = object({ report: { type: "string", format: "binary" }, note: string });
    const uploads = { upload: { value: { report: "@results.xml", note: "@results.xml" } } };
    const content = { "multipart/form-data": { schema, examples: uploads } };
    const source = print({ at: "post /reports", operation: { requestBody: { content } } });
    expect(source).toContain('   * import { readFile } from "node:fs/promises";\n   *\n   * await testsigma.');
    expect(source).toContain('report: new Blob([await readFile("results.xml")]),\n   *   note: "@results.xml"\n');
    expect(source).toContain("The default `timeout` of a form is 5 minutes.");
  });

  const [path, query, body, form] = ["PathProperties", "QueryProperties", "JsonBody", "FormParts"].map(
    (name) => `${name}<"testedOperation">`,
  );
  const identified = jsonBody(object({ id: string, title: string }, ["id"]));
  const both = { "application/json": { schema: object({}) }, "multipart/form-data": { schema: object({}) } };
  it.each<[what: string, described: Described, type: string]>([
    ["path and query side by side", { operation: { parameters: [text("force", "query")] } }, `${path} & ${query}`],
    ["path, query and body side by side", create, `ReadonlyLists<${path} & ${query} & ${body}>`],
    [
      "a property of path and body by the body, so that an editor describes it once",
      { at: "post /runs/{id}", operation: { requestBody: identified } },
      `ReadonlyLists<${body}>`,
    ],
    [
      "the rest of such a path",
      { at: "post /projects/{project}/runs/{id}", operation: { requestBody: identified } },
      `ReadonlyLists<Omit<${path}, "id"> & ${body}>`,
    ],
    [
      "a form before JSON, so that TypeScript 5 says what is missing in the JSON",
      { at: "post /runs", operation: { requestBody: { content: both } } },
      `ReadonlyLists<(${form} | ${body})>`,
    ],
  ])("types %s", (_what, described, type) => {
    const source = print(described);
    expect(source).toContain(`export type TestedOperationInput = ${type};\n`);
    expect(source).toContain("export type TestedOperationResult = undefined;\n");
  });
});

it("printRoutes prints routes that can be read back", async () => {
  const described = {
    at: "put /projects/{id}/{item-id}",
    parameters: [text("id", "path", true), text("item-id", "path", true), text("filter[run]", "query")],
    // An id that is also a word of JavaScript.
    operation: { operationId: "delete", "x-items": ["data.a"], requestBody: jsonBody(object({ id: string }, ["id"])) },
  };
  const spec = specOf(described);
  const { code } = await transform(printRoutes(readOperations(spec), spec), { loader: "ts" });
  const { routes } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  expect(routes.delete).toEqual(readOne(described).route);
  expect(routes.delete).toMatchObject({ shared: ["id"], query: ["filter[run]"], items: ["data.a"] });
});
