import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { schemaProblems } from "../src/document/check-schemas.js";
import { loadDocument } from "../src/document/load-document.js";
import { createMockFetch, type OpenApiDocument, startMock } from "../src/index.js";
import { Responses } from "../src/response/responses.js";

const thing = {
  type: "object",
  required: ["id"],
  properties: { id: { type: "string" }, parts: { type: "array", items: { $ref: "#/components/schemas/Thing" } } },
};
const things: OpenApiDocument = {
  openapi: "3.1.0",
  info: { title: "Things", version: "1" },
  servers: [{ url: "https://things.example/v9" }],
  paths: {
    "/things/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema: { type: "integer" } }],
      get: {
        operationId: "getThing",
        responses: {
          "200": {
            description: "The thing",
            content: {
              "application/json": {
                schema: { $ref: "#/components/schemas/Thing" },
                examples: { wheel: { value: { id: "wheel" } } },
              },
            },
          },
          "4XX": {
            description: "A refusal",
            content: {
              "application/json": {
                schema: { type: "object", required: ["oops"], properties: { oops: { type: "string" } } },
              },
            },
          },
        },
      },
      delete: {
        operationId: "deleteThing",
        parameters: [
          { name: "force", in: "query", schema: { type: "boolean" } },
          { name: "parts", in: "query", schema: { type: "array", items: { type: "integer" } } },
        ],
        responses: { "204": { description: "Gone" } },
      },
    },
    "/things/newest": {
      get: {
        operationId: "getNewest",
        responses: {
          "200": {
            description: "Its name",
            content: { "text/plain": { schema: { type: "string" }, example: "wheel" } },
          },
        },
      },
    },
    "/reports/{name}.csv": {
      get: {
        parameters: [{ name: "name", in: "path", required: true, schema: { type: "string" } }],
        responses: { "200": { description: "Fine" } },
      },
    },
  },
  components: { schemas: { Thing: thing } },
};

const mock = createMockFetch({ spec: things });
const ask = (path: string, init: RequestInit = {}) => mock(`http://mock.test${path}`, init);

it("answers an operation without content with an empty body", async () => {
  const response = await ask("/things/5?force=true&parts=1&parts=2", { method: "DELETE" });

  expect(response.status).toBe(204);
  expect(response.headers.has("content-type")).toBe(false);
  expect(await response.text()).toBe("");
});

it("checks path and query parameters", async () => {
  expect((await ask("/things/five", { method: "DELETE" })).status).toBe(422);
  const response = await ask("/things/5?force=perhaps", { method: "DELETE" });
  expect(await response.json()).toEqual({
    code: 422,
    message: "The request does not fit the API description: Request query parameter force must be boolean",
  });
});

it("serves the base path of the document's server", async () => {
  expect(await (await ask("/v9/things/5")).json()).toEqual({ id: "wheel" });
});

it("prefers a concrete path to a template", async () => {
  const response = await ask("/things/newest");

  expect(response.headers.get("content-type")).toBe("text/plain");
  expect(await response.text()).toBe("wheel");
});

it("finds a template inside a segment", async () => {
  expect((await ask("/reports/may.csv")).status).toBe(200);
  expect((await ask("/reports/may.txt")).status).toBe(404);
});

it("answers HEAD where the document has GET", async () => {
  const response = await ask("/things/5", { method: "HEAD" });

  expect(response.status).toBe(200);
  expect(await response.text()).toBe("");
  expect((await ask("/things/5", { method: "PUT" })).headers.get("allow")).toBe("DELETE, GET, HEAD, OPTIONS");
});

it("asks for no key where the document asks for none", async () => {
  expect((await ask("/things/5", { headers: { Authorization: "Bearer invalid" } })).status).toBe(200);
});

it("hides the keys that a document takes elsewhere than in Authorization", async () => {
  const secured = createMockFetch({
    spec: {
      ...things,
      security: [{ header: [], query: [] }],
      components: {
        ...(things.components as object),
        securitySchemes: {
          header: { type: "apiKey", in: "header", name: "X-Api-Key" },
          query: { type: "apiKey", in: "query", name: "key" },
        },
      },
    },
  });
  const ask = (path: string, headers: Record<string, string>) => secured(`http://mock.test${path}`, { headers });

  expect((await ask("/things/5?key=s3cret", { "X-Api-Key": "s3cret" })).status).toBe(200);
  expect((await ask("/things/5?key=s3cret", {})).status).toBe(401);
  expect(JSON.stringify(secured.requests)).not.toContain("s3cret");
});

it("refuses a body where none is described", async () => {
  const response = await ask("/things/5", { method: "DELETE", body: "{}" });

  expect(await response.json()).toEqual({ code: 415, message: "DELETE /things/{id} takes no body." });
});

it("answers any status of a range, in the shape that the document describes", async () => {
  const response = await ask("/things/5", { headers: { Prefer: "code=418" } });
  expect(response.status).toBe(418);
  expect(await response.json()).toEqual({ oops: expect.any(String) });

  expect(await (await ask("/things/five")).json()).toEqual({ oops: expect.any(String) });
});

it("generates answers of a schema that contains itself", async () => {
  const response = await ask("/things/5", { headers: { Prefer: "dynamic=true" } });

  expect(await response.json()).toMatchObject({ id: expect.any(String) });
});

/** No generator that the engine has makes a pair of a text and a number. */
const pair = { type: "array", prefixItems: [{ type: "string" }, { type: "integer" }], minItems: 2, items: false };

it("answers the example where it can generate nothing that fits", async () => {
  const spec = JSON.parse(answering({ schema: pair, examples: { pair: { value: ["a", 1] } } }));
  const response = await createMockFetch({ spec, dynamic: true })("http://mock.test/x");

  expect(await response.json()).toEqual(["a", 1]);
});

it("asks for an example where it can make no answer that fits", async () => {
  const response = await createMockFetch({ spec: JSON.parse(answering({ schema: pair })) })("http://mock.test/x");

  expect(await response.json()).toEqual({
    code: 500,
    message: expect.stringMatching(
      /^A sample of getX \(200\) does not fit its schema: .* Add an example to the document\.$/,
    ),
  });
});

it("knows the document's scenarios", async () => {
  const playing = createMockFetch({ spec: things, scenarios: { getThing: ["wheel"] } });
  expect((await playing("http://mock.test/things/5")).status).toBe(200);

  const misspelt = createMockFetch({ spec: things, scenarios: { getThing: ["weel"] } });
  await expect(misspelt("http://mock.test/things/5")).rejects.toThrow('getThing has no scenario "weel". Known: wheel.');
});

it("does not change the object that it is given", async () => {
  const before = JSON.stringify(things);
  await (await startMock({ spec: things })).close();

  expect(JSON.stringify(things)).toBe(before);
});

it("reads a file by its path or URL", async () => {
  const file = join(await mkdtemp(join(tmpdir(), "mock-")), "things.json");
  await writeFile(file, JSON.stringify(things));

  for (const spec of [file, pathToFileURL(file)]) {
    expect((await createMockFetch({ spec })("http://mock.test/things/5")).status).toBe(200);
  }
});

const withResponses = (responses: object) =>
  JSON.stringify({ openapi: "3.1.0", paths: { "/x": { get: { operationId: "getX", responses } } } });
const answering = (content: object) =>
  withResponses({ "200": { description: "Fine", content: { "application/json": content } } });

it.each([
  ["unfinished JSON", '{"openapi":', "is not a usable OpenAPI document: "],
  ["no OpenAPI", '{"hello":1}', "is not a usable OpenAPI document: "],
  ["a dangling reference", withResponses({ "200": { $ref: "#/nope" } }), 'token "nope" in "#/nope" does not exist'],
  ["no operations", '{"openapi":"3.1.0","paths":{}}', "describes no operation"],
  [
    "two operations of one name",
    JSON.stringify({
      openapi: "3.1.0",
      paths: { "/x": { get: { operationId: "x", responses: {} }, put: { operationId: "x", responses: {} } } },
    }),
    "Two operations are named `x`. Rename one.",
  ],
  ["no responses", withResponses({}), "getX describes no response"],
  [
    "an example that does not fit",
    answering({ schema: { type: "object" }, examples: { five: { value: 5 } } }),
    'The example "five" of getX (200) does not fit its schema: Response body must be object.',
  ],
  [
    "a schema that cannot be compiled",
    answering({ schema: { type: "string", pattern: "(" } }),
    "A schema of getX cannot be used: Invalid regular expression",
  ],
])("says what is wrong with a file of %s", async (_, text, message) => {
  const file = join(await mkdtemp(join(tmpdir(), "mock-")), "broken.json");
  await writeFile(file, text);

  await expect(startMock({ spec: file })).rejects.toThrow(message);
  await expect(startMock({ spec: file })).rejects.toMatchObject({ name: "SpecError" });
});

it("says that a file cannot be read", async () => {
  await expect(startMock({ spec: "nowhere.yaml" })).rejects.toThrow(
    "Cannot read the OpenAPI document nowhere.yaml: ENOENT",
  );
});

it("has a bundled document whose schemas all compile, and whose examples fit them", async () => {
  const { operations } = await loadDocument();

  expect(operations.flatMap(schemaProblems)).toEqual([]);
  await expect(new Responses().verifyExamples(operations)).resolves.toBeUndefined();
});
