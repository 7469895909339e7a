import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { loadDocument } from "../src/document/load-document.js";
import { createMockFetch, type OpenApiDocument, startMock } from "../src/index.js";
import { prepare } from "../src/respond.js";

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
            description: "A rejection",
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
const ask = (path: string, init: RequestInit = {}) => mock(`https://things.example/v9${path}`, init);

it("responds to an operation without content with an empty body", async () => {
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
    message: "The request does not match the spec: Request query parameter force must be boolean",
  });
});

it("serves the base path of the document's server", async () => {
  expect((await ask("/things/5")).status).toBe(200);
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

it("responds to HEAD where the document has GET", async () => {
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
  const ask = (path: string, headers: Record<string, string>) => secured(`http://mock.test/v9${path}`, { headers });

  expect((await ask("/things/5?key=s3cret", { "X-Api-Key": "s3cret" })).status).toBe(200);
  expect((await ask("/things/5?key=s3cret", {})).status).toBe(401);
  expect(JSON.stringify(secured.requests)).not.toContain("s3cret");
});

it("rejects a body where none is described", async () => {
  const response = await ask("/things/5", { method: "DELETE", body: "{}" });

  expect(await response.json()).toEqual({ code: 415, message: "DELETE /things/{id} takes no body." });
});

it("responds to any status of a range, in the shape that the spec describes", async () => {
  const response = await ask("/things/5", { headers: { Prefer: "code=418" } });
  expect(response.status).toBe(418);
  expect(await response.json()).toEqual({ oops: expect.any(String) });

  expect(await (await ask("/things/five")).json()).toEqual({ oops: expect.any(String) });
});

it("generates responses of a schema that contains itself", async () => {
  const response = await ask("/things/5", { headers: { Prefer: "dynamic=true" } });

  expect(await response.json()).toMatchObject({ id: expect.any(String) });
});

/** Nothing matches it, apart from the text that is hidden from the generator. */
const secret = { type: "string", minLength: 3, not: { not: { enum: ["abc"] } } };

it("sends the example where it can generate nothing that matches", async () => {
  const spec = JSON.parse(responding({ schema: secret, examples: { abc: { value: "abc" } } }));
  const response = await createMockFetch({ spec, dynamic: true })("http://mock.test/x");

  expect(await response.json()).toBe("abc");
});

it("asks for an example where it can make no response that matches", async () => {
  const response = await createMockFetch({ spec: JSON.parse(responding({ schema: secret })) })("http://mock.test/x");

  expect(await response.json()).toEqual({
    code: 500,
    message: expect.stringMatching(
      /^A sample of getX \(200\) does not match its schema: .* Add an example to the document\.$/,
    ),
  });
});

it("knows the document's scenarios", async () => {
  const playing = createMockFetch({ spec: things, scenarios: { getThing: ["wheel"] } });
  expect((await playing("http://mock.test/v9/things/5")).status).toBe(200);

  const misspelt = createMockFetch({ spec: things, scenarios: { getThing: ["weel"] } });
  await expect(misspelt("http://mock.test/v9/things/5")).rejects.toThrow(
    'getThing has no scenario "weel". Known: wheel, moved,',
  );
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
    expect((await createMockFetch({ spec })("http://mock.test/v9/things/5")).status).toBe(200);
  }
});

const withResponses = (responses: object) =>
  JSON.stringify({ openapi: "3.1.0", paths: { "/x": { get: { operationId: "getX", responses } } } });
const responding = (content: object) =>
  withResponses({ "200": { description: "Fine", content: { "application/json": content } } });

async function writeSpec(text: string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), "mock-")), "things.json");
  await writeFile(file, text);
  return file;
}

it.each([
  ["unfinished JSON", '{"openapi":', "is not a usable OpenAPI document: "],
  [
    "no OpenAPI",
    '{"hello":1}',
    "is not a usable OpenAPI document: it names no version, and the mock takes 3.0 and 3.1.",
  ],
  ["Swagger", '{"swagger":"2.0"}', 'its version is "2.0", and the mock takes 3.0 and 3.1.'],
  ["no operations", '{"openapi":"3.1.0","paths":{}}', "describes no operation"],
])("says what is wrong with a file of %s", async (_, text, message) => {
  const spec = await writeSpec(text);

  await expect(startMock({ spec })).rejects.toThrow(message);
  await expect(startMock({ spec })).rejects.toMatchObject({ name: "SpecError" });
});

it.each([
  ["a dangling reference", withResponses({ "200": { $ref: "#/nope" } }), "The document has no #/nope."],
  ["no responses", withResponses({}), "getX describes no response"],
  [
    "an example that does not match",
    responding({ schema: { type: "object" }, examples: { five: { value: 5 } } }),
    'The example "five" of getX (200) does not match its schema: Response body must be object.',
  ],
  [
    "a schema that cannot be compiled",
    responding({ schema: { type: "string", pattern: "(" }, example: "x" }),
    "Invalid regular expression",
  ],
])("lets an operation with %s respond for itself, and the others work", async (_, text, message) => {
  const broken = JSON.parse(text);
  const mock = createMockFetch({
    spec: { ...broken, paths: { ...broken.paths, ...Object(things.paths) }, components: things.components },
  });
  const response = await mock("http://mock.test/x");

  expect(response.status).toBe(500);
  expect(await response.json()).toEqual({ code: 500, message: expect.stringContaining(message) });
  expect((await mock("http://mock.test/things/newest")).status).toBe(200);
});

it("gives the second of two operations of one name its method and path as a name", async () => {
  const operation = { operationId: "x", responses: { "200": { description: "Fine" } } };
  const spec = { openapi: "3.1.0", paths: { "/x": { get: operation, put: operation } } };
  const mock = createMockFetch({ spec });
  await mock("http://mock.test/x");
  await mock("http://mock.test/x", { method: "PUT" });

  expect(mock.requests.map(({ operation }) => operation)).toEqual(["x", "PUT /x"]);
});

it("says that a file cannot be read", async () => {
  await expect(startMock({ spec: "nowhere.yaml" })).rejects.toThrow(
    "Cannot read the OpenAPI document nowhere.yaml: ENOENT",
  );
});

it("has a bundled document whose examples match it", async () => {
  const { document, responses } = prepare(await loadDocument());

  for (const operation of document.operations.map((entry) => entry.read())) {
    for (const { name, status, mediaType } of operation.scenarios.values()) {
      const response = await responses.fromExample(operation, { scenario: name, status, mediaType });
      expect(response.status).toBe(status);
    }
  }
});
