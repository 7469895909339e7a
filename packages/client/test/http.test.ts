import { describe, expect, it } from "vitest";
import { createClient } from "../src/index.js";
import { created, input, json, redirect, stubService, switching } from "./stub-service.js";

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
    const target = `https://arcus.testsigma.com/api/v1/projects/${project_id}/test_runs`;
    const service = stubService(redirect(target), json({}, 429, { "retry-after": "0" }), json(created));
    const { http } = createClient({ apiKey: "key", fetch: service.fetch });
    const { data } = await http.POST(path, { params, body: input });
    expect(data).toEqual(created);
    expect(service.requests.map(({ method }) => method)).toEqual(["POST", "POST", "POST"]);
    expect(service.requests.map(({ headers }) => headers.get("authorization"))).toEqual(Array(3).fill("Bearer key"));
    expect(new TextDecoder().decode(service.requests[2]?.body as ArrayBuffer)).toBe(JSON.stringify(input));
  });

  it("throws what brings no answer", async () => {
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

  it("refuses to send the key to a base URL that is not trusted", async () => {
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
});
