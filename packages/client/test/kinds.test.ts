import { describe, expect, it } from "vitest";
import { type Described, jsonBody, jsonResponse, methodOf, object, string, text } from "./described-method.js";
import { json } from "./stub-service.js";

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
  const pageSize = { name: "page_size", in: "query", schema: { type: "integer", format: "int64" } };
  const ids = { name: "ids", in: "query", schema: { type: "array", items: string } };
  const reason = { requestBody: jsonBody(object({ reason: string })) };
  const update = (required: string[]): Described => ({
    at: "put /projects/{project_id}/runs/{run_id}",
    operation: {
      requestBody: jsonBody({ ...object({ project_id: string, status: string }, required), minProperties: 1 }),
    },
  });
  const closing = { project_id: "p", run_id: "r", status: "CLOSED" };

  it.each<[what: string, described: Described, input: object, request: { url?: string; body?: unknown }]>([
    [
      "goes into path and query of a read, with filters that the spec does not list",
      { at: "get /projects/{id}/runs", operation: { parameters: [pageSize, ids] } },
      { id: "a b", page_size: 9007199254740991, ids: ["1", "2"], name__NEQ: "&" },
      { url: "/projects/a%20b/runs?page_size=9007199254740991&ids=1&ids=2&name__NEQ=%26", body: undefined },
    ],
    [
      "goes into path and query where both have a parameter of one name",
      { at: "get /runs/{id}", operation: { parameters: [text("id", "query")] } },
      { id: "7" },
      { url: "/runs/7?id=7" },
    ],
    ["may have a number in its path", { operation: {} }, { id: 7 }, { url: "/runs/7" }],
    ["may have a bigint in its path", { operation: {} }, { id: 7n }, { url: "/runs/7" }],
    [
      "goes into the body of a sparse PUT without the path's project, which stands there too",
      update([]),
      closing,
      { url: "/projects/p/runs/r", body: { status: "CLOSED" } },
    ],
    [
      "goes into path and body where the body requires it",
      update(["project_id"]),
      closing,
      { body: { project_id: "p", status: "CLOSED" } },
    ],
    ["may be the body of a DELETE", { operation: reason }, { id: "7", reason: "old" }, { body: { reason: "old" } }],
    [
      "may be the body of a PATCH",
      { at: "patch /runs", operation: reason },
      { reason: "old" },
      { body: { reason: "old" } },
    ],
    ["may be no body of a POST", { at: "post /plans/{id}", operation: {} }, { id: "7" }, { body: undefined }],
  ])("%s", async (_what, described, input, { url = "", ...request }) => {
    expect(await sent(described, input)).toMatchObject({ url: expect.stringContaining(`/v1${url}`), ...request });
  });

  it("accepts undocumented filters in the call's options, which take precedence", async () => {
    const described = { at: "get /runs", operation: { parameters: [pageSize] } };
    const { url } = await sent(described, { page_size: 1 }, { query: { page_size: 2, cursor: "c" } });
    expect(url).toBe("https://example.com/v1/runs?page_size=2&cursor=c");
  });

  it("has header parameters below `headers`, and a body that is not an object below `body`", async () => {
    const parameters = [text("x-trace", "header"), text("dry_run", "query")];
    const operation = { parameters, requestBody: jsonBody({ type: "array", items: string }) };
    const input = { headers: { "x-trace": "t" }, dry_run: "1", body: ["a"] };
    const { url, headers, body } = await sent({ at: "post /runs", operation }, input);
    expect([url, headers?.get("x-trace"), body]).toEqual(["https://example.com/v1/runs?dry_run=1", "t", ["a"]]);
    const read = { at: "get /runs", operation: { parameters } };
    expect((await sent(read, { headers: { "x-trace": "t" } })).url).toBe("https://example.com/v1/runs");
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
  const fullRun = object({ id: string, owner: object({}) }, ["id", "owner"]);
  const run = jsonResponse(object({ data: object({ run: fullRun, count: {} }, ["run", "count"]) }, ["data"]));
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
    ["an object whose lists are there", { "200": runs }, json({ data: { runs: [] } }), { data: { runs: [] } }],
    ["an object whose wrapper is there", { "200": run }, json({ data: { run: {} } }), { data: { run: {} } }],
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
