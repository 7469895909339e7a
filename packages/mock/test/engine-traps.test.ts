/** What Prism's engine gets wrong by itself; each was seen failing with the engine alone. */
import { expect, it } from "vitest";
import { createMockFetch, type OpenApiDocument, startMock } from "../src/index.js";
import { createRun } from "./create-run.js";

const okay = { "200": { description: "Fine" } };
const documentOf = (paths: object): OpenApiDocument => ({
  openapi: "3.1.0",
  info: { title: "Test", version: "1" },
  paths,
});
const taking = (schema: object, more: object = {}) =>
  documentOf({
    "/things": {
      post: {
        operationId: "addThing",
        requestBody: { content: { "application/json": { schema } } },
        responses: okay,
        ...more,
      },
    },
  });

async function statusOf(spec: OpenApiDocument, body: string, query = ""): Promise<number> {
  const headers = { "Content-Type": "application/json" };
  const mock = createMockFetch({ spec });
  return (await mock(`http://mock.test/things${query}`, { method: "POST", headers, body })).status;
}

it("looks at the media type of a request without a Content-Length", async () => {
  const response = await createRun(createMockFetch(), { headers: { "Content-Type": "text/plain" } });

  expect(response.status).toBe(415);
});

it("keeps the Accept of one request out of the next", async () => {
  const mock = createMockFetch();

  expect((await createRun(mock, { headers: { Accept: "text/html" } })).status).toBe(406);
  expect((await createRun(mock)).status).toBe(200);
});

it("takes a q of 0 for no", async () => {
  const mock = createMockFetch();

  expect((await createRun(mock, { headers: { Accept: "application/json;q=0, */*" } })).status).toBe(406);
});

it.each([
  "text/html, application/json;q=0.5",
  "text/html, */*;q=0.1",
  "application/*",
  "",
  "application/json; q=1; charset=x",
])("takes Accept: %s", async (accept) => {
  const response = await createRun(createMockFetch(), { headers: { Accept: accept } });

  expect(response.status).toBe(200);
});

it("enforces dependentRequired", async () => {
  const spec = taking({ type: "object", dependentRequired: { start: ["end"] } });

  expect(await statusOf(spec, '{"start":1}')).toBe(422);
  expect(await statusOf(spec, '{"start":1,"end":2}')).toBe(200);
});

it("enforces unevaluatedProperties", async () => {
  const spec = taking({ type: "object", properties: { known: {} }, unevaluatedProperties: false });

  expect(await statusOf(spec, '{"unknown":1}')).toBe(422);
  expect(await statusOf(spec, '{"known":1}')).toBe(200);
});

it("understands prefixItems", async () => {
  const spec = taking({ type: "array", prefixItems: [{ type: "string" }, { type: "integer" }], items: false });

  expect(await statusOf(spec, '["a",1]')).toBe(200);
  expect(await statusOf(spec, '["a","b"]')).toBe(422);
  expect(await statusOf(spec, '["a",1,2]')).toBe(422);
});

it("takes null, false, 0 and an empty text for bodies", async () => {
  for (const body of ["null", "false", "0", '""']) expect(await statusOf(taking({ type: "object" }), body)).toBe(422);
  expect(await statusOf(taking({ type: "boolean" }), "false")).toBe(200);
});

it("does not reject the use of what is deprecated", async () => {
  const parameters = [{ name: "old", in: "query", deprecated: true, schema: { type: "string" } }];

  expect(await statusOf(taking({ type: "object" }, { parameters }), "{}", "?old=1")).toBe(200);
});

it("sends nothing to a callback URL of the document", async () => {
  await using receiver = await startMock();
  const callbacks = { done: { [`${receiver.url}/callback`]: { post: { responses: okay } } } };
  expect(await statusOf(taking({ type: "object" }, { callbacks }), "{}")).toBe(200);

  // Whatever was sent before this request has arrived before its response is sent.
  await fetch(new URL("/health", receiver.url));
  expect(receiver.requests.map(({ path }) => path)).toEqual(["/health"]);
});

const named = documentOf({
  "/things": {
    get: {
      responses: {
        "200": {
          description: "Fine",
          content: {
            "application/json": {
              schema: {
                type: "object",
                required: ["name"],
                properties: { name: { type: "string", "x-faker": "person.fullName" } },
              },
            },
          },
        },
      },
    },
  },
});

async function generateName(seed: string): Promise<unknown> {
  return (await createMockFetch({ spec: named, dynamic: true, seed })("http://mock.test/things")).json();
}

it("seeds x-faker too", async () => {
  expect(await generateName("a")).toEqual(await generateName("a"));
  expect(await generateName("a")).not.toEqual(await generateName("b"));
});

it("keeps apart the seeds of responses that are made at once", async () => {
  const alone = [await generateName("a"), await generateName("b"), await generateName("c")];

  expect(await Promise.all(["a", "b", "c"].map(generateName))).toEqual(alone);
});
