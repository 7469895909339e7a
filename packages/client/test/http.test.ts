import type { Middleware } from "openapi-fetch";
import { describe, expect, it, vi } from "vitest";
import { createClient } from "../src/index.js";
import { created, input, json, redirect, stubService, switching, url } from "./stub-service.js";

const path = "/projects/{project_id}/test_runs";
const { project_id } = input;
const params = { path: { project_id } };

describe("http", () => {
  it("resolves to data and response", async () => {
    const { http } = createClient({ apiKey: "key", fetch: stubService(json(created, 201, { "x-a": "b" })).fetch });
    const { data, response } = await http.POST(path, { params, body: input });
    expect(data).toEqual(created);
    expect(response.status).toBe(201);
    expect(response.headers.get("x-a")).toBe("b");
  });

  it("resolves to the error of a failing status, and does not throw", async () => {
    const { http } = createClient({ apiKey: "key", fetch: stubService(json({ message: "no" }, 404)).fetch });
    const { data, error, response } = await http.POST(path, { params, body: input });
    expect(data).toBeUndefined();
    expect(error).toEqual({ message: "no" });
    expect(response.ok).toBe(false);
  });

  it("shares the transport: key, redirects, retries", async () => {
    const target = `https://arcus-eu.testsigma.com/api/v1/projects/${project_id}/test_runs`;
    const service = stubService(redirect(target), json({}, 429, { "retry-after": "0" }), json(created));
    const { http } = createClient({ apiKey: "key", fetch: service.fetch });
    const { data } = await http.POST(path, { params, body: input });
    expect(data).toEqual(created);
    expect(service.requests.map(({ method }) => method)).toEqual(["POST", "POST", "POST"]);
    expect(service.requests.map(({ headers }) => headers.get("authorization"))).toEqual(Array(3).fill("Bearer key"));
    expect(service.requests[2]?.body).toBe(JSON.stringify(input));
  });

  it("takes null for no options, as a method does", async () => {
    const { http } = createClient({ apiKey: "key", fetch: stubService(json({ message: "" })).fetch });
    expect(await http.GET("/labels", null as never)).toHaveProperty("data.message", "");
  });

  it("throws where there is no response", async () => {
    const { http } = createClient({ apiKey: "key", fetch: stubService(new TypeError("Failed to fetch")).fetch });
    await expect(http.POST(path, { params, body: input })).rejects.toMatchObject({
      name: "ConnectionError",
      operation: undefined,
      path: `/api/v1/projects/${project_id}/test_runs`,
    });
  });

  it("throws for a status that no Response can have, which some runtimes let through", async () => {
    const { http } = createClient({ apiKey: "key", fetch: stubService(switching).fetch });
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
    const { http } = createClient({ apiKey: "key", fetch });
    await expect(http.POST(path, { params, body: input, signal: controller.signal })).rejects.toBe("enough");
  });

  it("takes timeout and maxRetries for one call", async () => {
    const service = stubService(json({}, 429));
    const { http } = createClient({ apiKey: "key", fetch: service.fetch });
    await http.POST(path, { params, body: input, maxRetries: 0 });
    expect(service.requests).toHaveLength(1);
    const slow = createClient({ apiKey: "key", fetch: () => new Promise(() => {}) });
    await expect(slow.http.POST(path, { params, body: input, timeout: 1 })).rejects.toThrow("no response in 1 ms");
  });

  it("runs middleware, of which the methods know nothing", async () => {
    const service = stubService(json(created));
    const client = createClient({ apiKey: "key", fetch: service.fetch });
    client.http.use({ onRequest: ({ request }) => request.headers.set("x-trace", "1") });
    await client.http.POST(path, { params, body: input });
    await client.createTestRun(input);
    expect(service.requests.map(({ headers }) => headers.get("x-trace"))).toEqual(["1", null]);
  });

  it.each(["of the client", "of one call"])("lets middleware %s see and replace the request", async (whose) => {
    const service = stubService(json(created));
    const { http } = createClient({ apiKey: "key", fetch: service.fetch });
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
    const { http } = createClient({ apiKey: "key", fetch: service.fetch });
    const form = new FormData();
    form.append("junit_xml", new Blob(["<a/>"]), "junit.xml");
    await http.POST(path, { params, body: input, bodySerializer: () => form });
    const { headers, body } = service.requests[0] ?? {};
    const sent = await new Response(body as ArrayBuffer, { headers: headers ?? {} }).formData();
    expect(sent.get("junit_xml")).toMatchObject({ name: "junit.xml", size: 4 });
  });

  it("keeps the body of the response readable", async () => {
    const { http } = createClient({ apiKey: "key", fetch: stubService(json(created)).fetch });
    const { response } = await http.POST(path, { params, body: input });
    expect(await response.clone().json()).toEqual(created);
    expect(await response.text()).toBe(JSON.stringify(created));
  });

  it("rejects to send the key to a base URL that is not trusted", async () => {
    const service = stubService(json(created));
    const { http } = createClient({ apiKey: "key", fetch: service.fetch });
    await expect(http.POST(path, { params, body: input, baseUrl: "https://example.com" })).rejects.toThrow(
      "not in trustedHosts",
    );
    expect(service.requests).toHaveLength(0);
  });

  it("passes a 204 without a body", async () => {
    const { http } = createClient({ apiKey: "key", fetch: stubService(new Response(null, { status: 204 })).fetch });
    const { data, response } = await http.POST(path, { params, body: input });
    expect(data).toBeUndefined();
    expect(response.status).toBe(204);
  });

  it("tells which URL responded", async () => {
    const target = `https://arcus-eu.testsigma.com/api/v1/projects/${project_id}/test_runs`;
    const { http } = createClient({ apiKey: "key", fetch: stubService(redirect(target), json(created)).fetch });
    expect((await http.POST(path, { params, body: input })).response.url).toBe(target);
  });

  it("sends the key and keeps the rules with a fetch of one call", async () => {
    const responses = [json({}, 429, { "retry-after": "0" }), json(created)];
    const requests: Request[] = [];
    const fetch = async (request: Request) => {
      requests.push(request);
      return responses.shift() ?? json({});
    };
    const { http } = createClient({ apiKey: "key", fetch: () => expect.fail("the client's fetch was called") });
    const { data } = await http.POST(path, { params, body: input, fetch });
    expect(data).toEqual(created);
    expect(requests.map(({ headers }) => headers.get("authorization"))).toEqual(["Bearer key", "Bearer key"]);
    expect(await requests[1]?.json()).toEqual(input);
  });

  it("rejects a signal that is none", async () => {
    const { http } = createClient({ apiKey: "key", fetch: stubService(json(created)).fetch });
    await expect(http.POST(path, { params, body: input, signal: {} as AbortSignal })).rejects.toThrow(
      "option signal: expected an AbortSignal, got an Object",
    );
    await expect(http.POST(path, { params, body: input, signal: null })).resolves.toHaveProperty("data");
  });

  it("rejects a wrong option of one call, typed", async () => {
    const { http } = createClient({ apiKey: "key", fetch: stubService(json(created)).fetch });
    await expect(http.POST(path, { params, body: input, timeout: -1 })).rejects.toMatchObject({
      name: "InputError",
      message: `option timeout: expected milliseconds from 0 to 2147483647, got -1 (POST /api/v1/projects/${project_id}/test_runs)`,
    });
  });

  it("throws a ResponseError for a success that is not JSON", async () => {
    const page = new Response("<html>", { headers: { "content-type": "text/html" } });
    const { http } = createClient({ apiKey: "key", fetch: stubService(page).fetch });
    await expect(http.POST(path, { params, body: input })).rejects.toMatchObject({
      name: "ResponseError",
      outcome: "unknown",
      message: `200: body is not JSON (text/html). It may have been executed: look before resending. (POST ${url})`,
    });
    await expect(http.POST(path, { params, body: input, parseAs: "text" })).resolves.toMatchObject({ data: "<html>" });
  });

  it("reads a body that is as large as maxResponseBytes allows, and no larger one", async () => {
    const body = { text: "x".repeat(100) };
    const { length } = JSON.stringify(body);
    const { fetch } = stubService(json(body));
    const read = (maxResponseBytes: number) =>
      createClient({ apiKey: "key", fetch, maxResponseBytes }).http.POST(path, { params, body: input });
    await expect(read(length - 1)).rejects.toThrow(`200: body over maxResponseBytes, ${length - 1}`);
    await expect(read(length)).resolves.toHaveProperty("data.text");
  });

  it("takes timeout and maxRetries of the client", async () => {
    const service = stubService(json({}, 429));
    await createClient({ apiKey: "key", fetch: service.fetch, maxRetries: 0 }).http.GET("/labels");
    expect(service.requests).toHaveLength(1);
    const slow = createClient({ apiKey: "key", fetch: () => new Promise(() => {}), timeout: 1, maxRetries: 0 });
    await expect(slow.http.GET("/labels")).rejects.toThrow("no response in 1 ms");
  });

  it("resolves to the page that a failing status has for a body", async () => {
    const { fetch } = stubService(new Response("<h1>Not found</h1>", { status: 404 }));
    await expect(createClient({ apiKey: "key", fetch }).http.GET("/labels")).resolves.toMatchObject({
      error: "<h1>Not found</h1>",
    });
  });

  it("sends no body with a read that middleware has seen", async () => {
    const service = stubService(json({}));
    const { http } = createClient({ apiKey: "key", fetch: service.fetch });
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
    const { data } = await createClient({ apiKey: "key", fetch }).http.GET("/labels", { parseAs: "arrayBuffer" });
    expect(new Uint8Array(data ?? new ArrayBuffer())).toEqual(new Uint8Array([0, 255, 13]));
  });
});

describe("a body that is streamed through http", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  /** A stream that has begun, and what ends it. */
  async function begun(options: { timeout?: number; signal?: AbortSignal } = {}) {
    let controller: ReadableStreamDefaultController | undefined;
    const cancel = vi.fn();
    const start = (given: ReadableStreamDefaultController) => {
      controller = given;
      given.enqueue(bytes("a"));
    };
    const fetch = async () => new Response(new ReadableStream({ start, cancel }));
    const { http } = createClient({ apiKey: "key", fetch });
    const { data } = await http.POST(path, { params, body: input, parseAs: "stream", ...options });
    const reader = (data as unknown as ReadableStream<Uint8Array>).getReader();
    expect(await reader.read()).toEqual({ done: false, value: bytes("a") });
    return { reader, controller, cancel };
  }

  it("is handed on before its end", async () => {
    const { reader, controller } = await begun();
    controller?.enqueue(bytes("b"));
    controller?.close();
    expect(await reader.read()).toEqual({ done: false, value: bytes("b") });
    expect(await reader.read()).toMatchObject({ done: true });
  });

  it("fails with the error of the call when it breaks off", async () => {
    const { reader, controller } = await begun();
    controller?.error(new Error("gone"));
    await expect(reader.read()).rejects.toMatchObject({ name: "ConnectionError", outcome: "unknown", method: "POST" });
  });

  it("ends at the time limit", async () => {
    const { reader, cancel } = await begun({ timeout: 50 });
    await expect(reader.read()).rejects.toMatchObject({ name: "TimeoutError", attempts: 1 });
    expect(cancel).toHaveBeenCalledOnce();
  });

  it("ends with the reason of an aborted signal", async () => {
    const controller = new AbortController();
    const { reader, cancel } = await begun({ signal: controller.signal });
    controller.abort("enough");
    await expect(reader.read()).rejects.toBe("enough");
    expect(cancel).toHaveBeenCalledOnce();
  });

  it("can be read as text too", async () => {
    const { fetch } = stubService(() => new Response("a,b"));
    const { response } = await createClient({ apiKey: "key", fetch }).http.GET("/labels", { parseAs: "stream" });
    expect(await response.text()).toBe("a,b");
  });

  it("is read whole when the status is a failing one, so that a rate limit is seen", async () => {
    const rateLimited = json({ message: "rate limit exceeded" }, 500, { "retry-after": "0" });
    const { fetch } = stubService(rateLimited, json({ message: "no" }, 404));
    const { http } = createClient({ apiKey: "key", fetch });
    const { error } = await http.POST(path, { params, body: input, parseAs: "stream" });
    expect(error).toEqual({ message: "no" });
  });

  it("may take as long as it likes without a time limit", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    await begun({ timeout: 0 });
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });

  it("has what the headers left of the time limit", async () => {
    vi.useFakeTimers();
    const endless = () => new Response(new ReadableStream({ pull: () => new Promise(() => {}) }));
    const fetch = () => new Promise<Response>((resolve) => setTimeout(() => resolve(endless()), 40));
    const { http } = createClient({ apiKey: "key", fetch, timeout: 50 });
    const text = http.GET("/labels", { parseAs: "stream" }).then(({ response }) => response.text());
    const failure = text.catch((error: Error) => error);
    await vi.advanceTimersByTimeAsync(50);
    expect(vi.getTimerCount()).toBe(0);
    expect(await failure).toMatchObject({ name: "TimeoutError" });
    vi.useRealTimers();
  });

  it("is cancelled when its reader is", async () => {
    const { reader, cancel } = await begun();
    await reader.cancel();
    await vi.waitFor(() => expect(cancel).toHaveBeenCalledOnce());
  });
});
