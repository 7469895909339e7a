import type { Middleware } from "openapi-fetch";
import { describe, expect, it } from "vitest";
import { createHttpClient } from "../src/http/index.js";
import { created, input, json, redirect, stubService, switching, url } from "./stub-service.js";

const path = "/projects/{project_id}/test_runs";
const { project_id } = input;
const params = { path: { project_id } };

describe("http", () => {
  it("resolves to data and response", async () => {
    const http = createHttpClient({ apiKey: "key", fetch: stubService(json(created, 201, { "x-a": "b" })).fetch });
    const { data, response } = await http.POST(path, { params, body: input });
    expect(data).toEqual(created);
    expect(response.status).toBe(201);
    expect(response.headers.get("x-a")).toBe("b");
  });

  it("resolves to the error of a failing status, and does not throw", async () => {
    const http = createHttpClient({ apiKey: "key", fetch: stubService(json({ message: "no" }, 404)).fetch });
    const { data, error, response } = await http.POST(path, { params, body: input });
    expect(data).toBeUndefined();
    expect(error).toEqual({ message: "no" });
    expect(response.ok).toBe(false);
  });

  it("shares the transport: key, redirects, retries", async () => {
    const target = `https://arcus-eu.testsigma.com/api/v1/projects/${project_id}/test_runs`;
    const service = stubService(redirect(target), json({}, 429, { "retry-after": "0" }), json(created));
    const http = createHttpClient({ apiKey: "key", fetch: service.fetch });
    const { data } = await http.POST(path, { params, body: input });
    expect(data).toEqual(created);
    expect(service.requests.map(({ method }) => method)).toEqual(["POST", "POST", "POST"]);
    expect(service.requests.map(({ headers }) => headers.get("authorization"))).toEqual(Array(3).fill("Bearer key"));
    expect(new TextDecoder().decode(service.requests[2]?.body as ArrayBuffer)).toBe(JSON.stringify(input));
  });

  it("takes null for no options, as a method does", async () => {
    const http = createHttpClient({ apiKey: "key", fetch: stubService(json({ message: "" })).fetch });
    expect(await http.GET("/labels", null as never)).toHaveProperty("data.message", "");
  });

  it("throws where there is no response", async () => {
    const http = createHttpClient({ apiKey: "key", fetch: stubService(new TypeError("Failed to fetch")).fetch });
    await expect(http.POST(path, { params, body: input })).rejects.toMatchObject({
      name: "ConnectionError",
      operation: "createTestRun",
      path,
    });
  });

  it("throws for a status that no Response can have, which some runtimes let through", async () => {
    const http = createHttpClient({ apiKey: "key", fetch: stubService(switching).fetch });
    await expect(http.POST(path, { params, body: input })).rejects.toMatchObject({
      name: "ApiError",
      outcome: "unknown",
    });
  });

  it("rejects with the reason of an aborted signal", async () => {
    const controller = new AbortController();
    const fetch = () => {
      controller.abort("enough");
      return new Promise<never>(() => {});
    };
    const http = createHttpClient({ apiKey: "key", fetch });
    await expect(http.POST(path, { params, body: input, signal: controller.signal })).rejects.toBe("enough");
  });

  it("takes timeout and maxRetries for one call", async () => {
    const service = stubService(json({}, 429));
    const http = createHttpClient({ apiKey: "key", fetch: service.fetch });
    await http.POST(path, { params, body: input, maxRetries: 0 });
    expect(service.requests).toHaveLength(1);
    const slow = createHttpClient({ apiKey: "key", fetch: () => new Promise(() => {}) });
    await expect(slow.POST(path, { params, body: input, timeout: 1 })).rejects.toThrow("no response in 1 ms");
  });

  it("runs middleware", async () => {
    const service = stubService(json(created));
    const http = createHttpClient({ apiKey: "key", fetch: service.fetch });
    http.use({ onRequest: ({ request }) => request.headers.set("x-trace", "1") });
    await http.POST(path, { params, body: input });
    expect(service.requests[0]?.headers.get("x-trace")).toBe("1");
  });

  it.each(["of the client", "of one call"])("lets middleware %s see and replace the request", async (whose) => {
    const service = stubService(json(created));
    const http = createHttpClient({ apiKey: "key", fetch: service.fetch });
    const seen: unknown[] = [];
    const middleware: Middleware = {
      async onRequest({ request }) {
        seen.push(await request.json());
        return new Request(request.url, { method: "PUT", body: "replaced" });
      },
    };
    if (whose === "of the client") http.use(middleware);
    await http.POST(path, { params, body: input, ...(whose === "of one call" && { middleware: [middleware] }) });
    expect(seen).toEqual([input]);
    expect(service.requests[0]?.method).toBe("PUT");
    expect(new TextDecoder().decode(service.requests[0]?.body as ArrayBuffer)).toBe("replaced");
  });

  it("sends a form with the boundary that its content type names", async () => {
    const service = stubService(json(created));
    const http = createHttpClient({ apiKey: "key", fetch: service.fetch });
    const form = new FormData();
    form.append("junit_xml", new Blob(["<a/>"]), "junit.xml");
    await http.POST(path, { params, body: input, bodySerializer: () => form });
    const { headers, body } = service.requests[0] ?? {};
    const sent = await new Response(body as ArrayBuffer, { headers: headers ?? {} }).formData();
    expect(sent.get("junit_xml")).toMatchObject({ name: "junit.xml", size: 4 });
  });

  it("rejects to send the key to a base URL that is not trusted", async () => {
    const service = stubService(json(created));
    const http = createHttpClient({ apiKey: "key", fetch: service.fetch });
    await expect(http.POST(path, { params, body: input, baseUrl: "https://example.com" })).rejects.toThrow(
      "not in trustedHosts",
    );
    expect(service.requests).toHaveLength(0);
  });

  it("passes a 204 without a body", async () => {
    const http = createHttpClient({ apiKey: "key", fetch: stubService(new Response(null, { status: 204 })).fetch });
    const { data, response } = await http.POST(path, { params, body: input });
    expect(data).toBeUndefined();
    expect(response.status).toBe(204);
  });

  it("tells which URL responded", async () => {
    const target = `https://arcus-eu.testsigma.com/api/v1/projects/${project_id}/test_runs`;
    const http = createHttpClient({ apiKey: "key", fetch: stubService(redirect(target), json(created)).fetch });
    expect((await http.POST(path, { params, body: input })).response.url).toBe(target);
  });

  it("rejects a fetch of one call, which would have neither key nor rules", async () => {
    const http = createHttpClient({ apiKey: "key", fetch: stubService(json(created)).fetch });
    await expect(http.POST(path, { params, body: input, fetch })).rejects.toMatchObject({
      name: "InputError",
      message: `option fetch: give it to createHttpClient (POST ${path})`,
    });
  });

  it("rejects a parameter that would climb up the path", async () => {
    const service = stubService(json(created));
    const http = createHttpClient({ apiKey: "key", fetch: service.fetch });
    for (const project of ["..", "."]) {
      const call = http.POST(path, { params: { path: { project_id: project } }, body: input });
      await expect(call).rejects.toMatchObject({
        name: "InputError",
        message: `project_id: expected an identifier, got "${project}" (POST ${path})`,
      });
    }
    expect(service.requests).toEqual([]);
  });

  it("writes a date in a query as text", async () => {
    const service = stubService(json(created));
    const http = createHttpClient({ apiKey: "key", fetch: service.fetch });
    const query = { since: new Date(0), tags: ["a", "b"] } as never;
    await http.GET(path, { params: { ...params, query } });
    expect(new URL(service.requests[0]?.url ?? "").search).toBe("?since=1970-01-01T00%3A00%3A00.000Z&tags=a&tags=b");
  });

  it("rejects a wrong option of one call, typed", async () => {
    const http = createHttpClient({ apiKey: "key", fetch: stubService(json(created)).fetch });
    await expect(http.POST(path, { params, body: input, timeout: -1 })).rejects.toMatchObject({
      name: "InputError",
      message: `option timeout: expected milliseconds from 0 to 2147483647, got -1 (POST /api/v1/projects/${project_id}/test_runs)`,
    });
  });

  it("throws a ResponseError for a success that is not JSON", async () => {
    const page = new Response("<html>", { headers: { "content-type": "text/html" } });
    const http = createHttpClient({ apiKey: "key", fetch: stubService(page).fetch });
    await expect(http.POST(path, { params, body: input })).rejects.toMatchObject({
      name: "ResponseError",
      outcome: "unknown",
      message: `createTestRun: 200: body is not JSON (text/html). It may have been executed: look before resending. (POST ${url})`,
    });
  });

  it("reads a body that is as large as maxResponseBytes allows, and no larger one", async () => {
    const body = { text: "x".repeat(100) };
    const { length } = JSON.stringify(body);
    const { fetch } = stubService(json(body));
    const read = (maxResponseBytes: number) =>
      createHttpClient({ apiKey: "key", fetch, maxResponseBytes }).POST(path, { params, body: input });
    await expect(read(length - 1)).rejects.toThrow(`200: body over maxResponseBytes, ${length - 1}`);
    await expect(read(length)).resolves.toHaveProperty("data.text");
  });

  it("takes timeout and maxRetries of the client", async () => {
    const service = stubService(json({}, 429));
    await createHttpClient({ apiKey: "key", fetch: service.fetch, maxRetries: 0 }).GET("/labels");
    expect(service.requests).toHaveLength(1);
    const slow = createHttpClient({ apiKey: "key", fetch: () => new Promise(() => {}), timeout: 1, maxRetries: 0 });
    await expect(slow.GET("/labels")).rejects.toThrow("no response in 1 ms");
  });

  it("resolves to the page that a failing status has for a body", async () => {
    const { fetch } = stubService(new Response("<h1>Not found</h1>", { status: 404 }));
    await expect(createHttpClient({ apiKey: "key", fetch }).GET("/labels")).resolves.toMatchObject({
      error: "<h1>Not found</h1>",
    });
  });

  it("sends no body with a read that middleware has seen", async () => {
    const service = stubService(json({}));
    const http = createHttpClient({ apiKey: "key", fetch: service.fetch });
    http.use({ onRequest: ({ request }) => request });
    await http.GET("/labels");
    expect(service.requests[0]?.body).toBeUndefined();
  });

  it("keeps the bytes of a body that came in pieces", async () => {
    const start = (controller: ReadableStreamDefaultController) => {
      for (const byte of [0, 255, 13]) controller.enqueue(new Uint8Array([byte]));
      controller.close();
    };
    const { fetch } = stubService(() => new Response(new ReadableStream({ start })));
    const { data } = await createHttpClient({ apiKey: "key", fetch }).GET("/other" as "/labels", {
      parseAs: "arrayBuffer",
    });
    expect(new Uint8Array(data ?? new ArrayBuffer())).toEqual(new Uint8Array([0, 255, 13]));
  });
});
