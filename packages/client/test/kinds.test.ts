import { describe, expect, it } from "vitest";
import { type Described, jsonBody, jsonResponse, methodOf, object, text } from "./described-method.js";
import { json } from "./stub-service.js";

const string = { type: "string" };

/** Returns the request that one call sends. */
async function sent(described: Described, input?: unknown, options = {}) {
  const { call, service } = methodOf(described);
  await call(input, options);
  const [request] = service.requests;
  return { ...request, body: typeof request?.body === "string" ? JSON.parse(request.body) : request?.body };
}

const resultOf = (responses: object, response: Response) =>
  methodOf({ operation: { responses } }, response).call({ id: "7" });

describe("the input of an operation", () => {
  it("that only reads goes into path and query, with filters that the spec does not list", async () => {
    const operation = {
      parameters: [
        { name: "page_size", in: "query", schema: { type: "integer", format: "int64" } },
        { name: "ids", in: "query", schema: { type: "array", items: string } },
      ],
    };
    const input = { id: "a b", page_size: 9007199254740991, ids: ["1", "2"], name__NEQ: "&" };
    expect(await sent({ at: "get /projects/{id}/runs", operation }, input)).toMatchObject({
      url: "https://example.com/v1/projects/a%20b/runs?page_size=9007199254740991&ids=1&ids=2&name__NEQ=%26",
      body: undefined,
    });
  });

  it("goes into path and query where both have a parameter of one name", async () => {
    const operation = { parameters: [text("id", "path", true), text("id", "query")] };
    const { url } = await sent({ at: "get /runs/{id}", parameters: [], operation }, { id: "7" });
    expect(url).toBe("https://example.com/v1/runs/7?id=7");
  });

  it.each([7, 7n])("may have the number %o in its path", async (id) => {
    expect((await sent({ at: "get /runs/{id}", operation: {} }, { id })).url).toBe("https://example.com/v1/runs/7");
  });

  it("accepts undocumented filters in the call's options, which take precedence", async () => {
    const operation = { parameters: [text("page_size", "query")] };
    const { url } = await sent(
      { at: "get /runs", operation },
      { page_size: "1" },
      { query: { page_size: 2, cursor: "c" } },
    );
    expect(url).toBe("https://example.com/v1/runs?page_size=2&cursor=c");
  });

  const update = (required: string[]): Described => ({
    at: "put /projects/{project_id}/runs/{run_id}",
    operation: {
      requestBody: jsonBody({ ...object({ project_id: string, status: string }, required), minProperties: 1 }),
    },
  });
  const closing = { project_id: "p", run_id: "r", status: "CLOSED" };

  it("of a sparse PUT holds in the body only what was given, although the path's project stands there too", async () => {
    expect(await sent(update([]), closing)).toMatchObject({ method: "PUT", body: { status: "CLOSED" } });
  });

  it("goes into path and body where the body requires it", async () => {
    expect(await sent(update(["project_id"]), closing)).toMatchObject({ body: { project_id: "p", status: "CLOSED" } });
  });

  it("has header parameters below `headers`, and a body that is not an object below `body`", async () => {
    const operation = {
      parameters: [text("x-trace", "header"), text("dry_run", "query")],
      requestBody: jsonBody({ type: "array", items: string }),
    };
    const request = await sent(
      { at: "post /runs", operation },
      { headers: { "x-trace": "t" }, dry_run: "1", body: ["a"] },
    );
    expect(request).toMatchObject({ url: "https://example.com/v1/runs?dry_run=1", body: ["a"] });
    expect(request.headers?.get("x-trace")).toBe("t");
  });

  it("may have a body that DELETE or PATCH sends, and none that POST sends", async () => {
    const bodies = { requestBody: jsonBody(object({ reason: string })) };
    for (const at of ["delete /runs/{id}", "patch /runs/{id}"]) {
      expect(await sent({ at, operation: bodies }, { id: "7", reason: "old" })).toMatchObject({
        body: { reason: "old" },
      });
    }
    expect(await sent({ at: "post /plans/{id}/complete", operation: {} }, { id: "7" })).toMatchObject({
      body: undefined,
    });
  });

  it.each([
    ["no type", { properties: { title: string } }],
    ["allOf", { allOf: [{ $ref: "#/components/schemas/Folder" }, { required: ["title"] }] }],
    ["oneOf", { oneOf: [{ $ref: "#/components/schemas/Folder" }, object({ title: string })] }],
    ["a $ref with a mark beside it", { $ref: "#/components/schemas/Folder", "x-provenance": "observed" }],
    ["children of its own kind", { $ref: "#/components/schemas/Folder" }],
  ])("is flat where the body's schema has %s", async (_what, schema) => {
    const Folder = object({ title: { format: "email" }, children: { items: { $ref: "#/components/schemas/Folder" } } });
    const described = { at: "post /folders", operation: { requestBody: jsonBody(schema) }, schemas: { Folder } };
    expect(await sent(described, { title: "t", children: [{}] })).toMatchObject({
      body: { title: "t", children: [{}] },
    });
  });

  it.each([
    [true, "post"],
    [false, "put"],
  ])("is repeatable: %s, where the spec says so of %s", async (isRepeatable, method) => {
    const described = { at: `${method} /runs`, operation: { "x-repeatable": isRepeatable, requestBody: jsonBody({}) } };
    const { call, service } = methodOf(described, json({}, 503, { "retry-after": "0" }), json({}, 503));
    await expect(call({ body: {} }, { maxRetries: 1 })).rejects.toMatchObject({ outcome: "unknown" });
    expect(service.requests).toHaveLength(isRepeatable ? 2 : 1);
  });
});

describe("the result of an operation", () => {
  const message = jsonResponse(object({ message: string }, ["message"]));
  const later = { "200": message, "202": { description: "Later." } };
  const list = { "200": jsonResponse({ type: "array" }) };
  const runs = jsonResponse(object({ data: object({ runs: { type: "array" } }, ["runs"]) }, ["data"]));
  const either = {
    "200": jsonResponse(object({ message: {}, data: object({}) }, ["message", "data"])),
    "202": jsonResponse(object({ message: {}, job: object({}) }, ["message", "job"])),
  };
  const file = (mediaType: string) => ({ "200": { description: "A file.", content: { [mediaType]: {} } } });
  const empty = (status: number) => new Response(null, { status });

  it.each<[what: string, responses: object, response: Response, result: unknown]>([
    ["the body of a 201", { "201": message }, json({ message: "" }, 201), { message: "" }],
    ["undefined for a 204", { "204": { description: "Deleted." } }, empty(204), undefined],
    ["undefined for a 204, even where the spec shows a body", { "204": message }, empty(204), undefined],
    ["undefined for the status that has no body", later, empty(202), undefined],
    ["the body that comes with that status nevertheless", later, json({ message: "done" }, 202), { message: "done" }],
    ["an array", list, json([1]), [1]],
    ["an object with a list", { "200": runs }, json({ data: { runs: [] } }), { data: { runs: [] } }],
    ["what all statuses require", either, json({ message: "", job: {} }, 202), { message: "", job: {} }],
    ["text", file("text/csv"), new Response("a,b"), "a,b"],
  ])("is %s", async (_what, responses, response, result) => {
    await expect(resultOf(responses, response)).resolves.toEqual(result);
  });

  it.each<[what: string, responses: object, response: Response, message: string]>([
    ["no body, under another status", later, empty(200), "200: body lacks a JSON object"],
    ["an object for an array", list, json({}), "200: body lacks a JSON array (application/json)"],
    ["null for a list", { "200": runs }, json({ data: { runs: null } }), "200: body lacks data.runs"],
    ["nothing that all statuses require", either, json({}, 202), "202: body lacks message"],
  ])("must not be %s", async (_what, responses, response, message) => {
    await expect(resultOf(responses, response)).rejects.toThrow(`testedOperation: ${message}`);
  });

  it("is a Blob of the bytes of any other media type", async () => {
    const zip = new Response("PK", { headers: { "content-type": "application/zip" } });
    const blob = await resultOf(file("application/zip"), zip);
    expect(blob).toBeInstanceOf(Blob);
    expect(blob).toMatchObject({ size: 2, type: "application/zip" });
    const untyped = new Response(new Uint8Array(3));
    await expect(resultOf(file("application/zip"), untyped)).resolves.toMatchObject({ size: 3, type: "" });
  });
});
