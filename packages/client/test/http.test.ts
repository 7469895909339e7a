import type { Middleware } from "openapi-fetch";
import { describe, expect, it } from "vitest";
import { createFetch, createHttpClient } from "../src/http.js";
import type { ClientOptions } from "../src/index.js";
import {
  apiKey,
  created,
  input,
  json,
  limited,
  moved,
  never,
  redirect,
  type StubResponse,
  stubService,
  switching,
  url,
} from "./stub-service.js";

const bearer = `Bearer ${apiKey}`;
const path = "/projects/{project_id}/test_runs";
const { project_id } = input;
const params = { path: { project_id } };

function httpOf(responses: StubResponse[], options: ClientOptions = {}) {
  const { fetch, requests } = stubService(...responses);
  return { http: createHttpClient({ apiKey, fetch, ...options }), requests };
}

/** Creates a run through `POST`, and resolves to what it resolves to, with the requests that were sent. */
async function post(responses: StubResponse[], init: object = {}, options: ClientOptions = {}) {
  const { http, requests } = httpOf(responses, options);
  return { ...(await http.POST(path, { params, body: input, ...init })), requests };
}

const textOf = (body: unknown) => new Response(body as BodyInit).text();

describe("http", () => {
  it("resolves to data and response", async () => {
    const { data, response } = await post([json(created, 201, { "x-a": "b" })]);
    expect([data, response.status, response.headers.get("x-a")]).toEqual([created, 201, "b"]);
  });

  it.each([
    [json({ message: "no" }, 404), { message: "no" }],
    [new Response("<h1>Not found</h1>", { status: 404 }), "<h1>Not found</h1>"],
  ])("resolves to the error of a failing status, and does not throw", async (response, expected) => {
    const { data, error, response: received } = await post([response]);
    expect([data, error, received.ok]).toEqual([undefined, expected, false]);
  });

  it("shares the transport: key, redirects, retries", async () => {
    const { data, response, requests } = await post([redirect(moved), limited, json(created)]);
    expect(data).toEqual(created);
    const sent = requests.map(({ method, headers }) => [method, headers.get("authorization")]);
    expect(sent).toEqual(Array(3).fill(["POST", bearer]));
    expect(await textOf(requests[2]?.body)).toBe(JSON.stringify(input));
    expect(response.url).toBe(url);
    expect((await post([redirect(moved), json(created)])).response.url).toBe(moved);
  });

  it("passes a success without a body, whatever length it declares before decompression", async () => {
    expect(await post([new Response(null, { status: 204 })])).toMatchObject({ data: undefined });
    const headers = { "content-length": "20", "content-encoding": "gzip" };
    const { http } = httpOf([new Response(null, { headers })]);
    expect(await http.GET("/labels", null as never)).toMatchObject({ response: { status: 200 } });
  });

  const html = new Response("<html>", { headers: { "content-type": "text/html" } });
  const beyond = { status: 999, ok: false, headers: new Headers(), body: null } as Response;
  it.each([
    ["there is no response", new TypeError("Failed to fetch"), { name: "ConnectionError", operation: "createTestRun" }],
    // Some runtimes let such statuses through.
    ["no Response can have the status, 101", switching, { name: "ApiError", outcome: "unknown" }],
    ["no Response can have the status, 999", () => beyond, { name: "ServerError", status: 999 }],
    [
      "a success is not JSON",
      html,
      {
        name: "ResponseError",
        outcome: "unknown",
        message: `createTestRun: 200: body is not JSON (text/html). The request may have been executed: check before you send it again. (POST ${url})`,
      },
    ],
  ])("throws where %s", async (_what, response, error) => {
    await expect(post([response])).rejects.toMatchObject({ path, ...error });
  });

  it("applies timeout and maxRetries of the client and of one call, and its signal", async () => {
    for (const [init, options] of [
      [{}, { maxRetries: 0, timeout: 1 }],
      [{ maxRetries: 0, timeout: 1 }, {}],
    ]) {
      expect((await post([limited, json(created)], init, options)).requests).toHaveLength(1);
      await expect(post([never], init, options)).rejects.toThrow("no response within 1 ms");
    }
    const controller = new AbortController();
    const respond = () => {
      controller.abort("enough");
      return never();
    };
    await expect(post([respond], { signal: controller.signal })).rejects.toBe("enough");
  });

  it.each(["of the client", "of one call"])("lets middleware %s see and replace the request", async (whose) => {
    const { http, requests } = httpOf([json(created)]);
    const seen: unknown[] = [];
    const middleware: Middleware = {
      async onRequest({ request }) {
        seen.push(await request.json());
        return new Request(request.url, { method: "PUT", body: "replaced", headers: { "x-trace": "1" } });
      },
    };
    if (whose === "of the client") http.use(middleware);
    await http.POST(path, { params, body: input, ...(whose === "of one call" && { middleware: [middleware] }) });
    expect(seen).toEqual([input]);
    expect(requests[0]?.method).toBe("PUT");
    expect(requests[0]?.headers.get("x-trace")).toBe("1");
    expect(await textOf(requests[0]?.body)).toBe("replaced");
  });

  it("does not send a body with a read that passed through middleware", async () => {
    const { http, requests } = httpOf([json({})]);
    http.use({ onRequest: ({ request }) => request });
    await http.GET("/labels");
    expect(requests[0]?.body).toBeUndefined();
  });

  it("sends a form with the boundary that its content type names", async () => {
    const form = new FormData();
    form.append("junit_xml", new Blob(["<a/>"]), "junit.xml");
    const { requests } = await post([json(created)], { bodySerializer: () => form });
    const { headers, body } = requests[0] ?? {};
    const sent = await new Response(body as ArrayBuffer, { headers: headers ?? {} }).formData();
    expect(sent.get("junit_xml")).toMatchObject({ name: "junit.xml", size: 4 });
  });

  const rejected: [what: string, init: object, message: string][] = [
    [
      "a base URL that is not trusted",
      { baseUrl: "https://example.com" },
      `https://example.com: not in trustedHosts (POST /projects/${project_id}/test_runs)`,
    ],
    ["a fetch of one call", { fetch }, `option fetch: pass it to createHttpClient, not to a request (POST ${path})`],
    [
      "a wrong option of one call",
      { timeout: -1 },
      `option timeout: expected milliseconds from 0 to 2147483647, got -1 (POST /api/v1/projects/${project_id}/test_runs)`,
    ],
    ...["..", "."].map((project): (typeof rejected)[number] => [
      `a parameter that would climb up the path, ${project}`,
      { params: { path: { project_id: project } } },
      `project_id: expected an identifier, got "${project}" (POST ${path})`,
    ]),
  ];
  it.each(rejected)("rejects %s, typed", async (_what, init, message) => {
    await expect(post([json(created)], init)).rejects.toMatchObject({ name: "InputError", message });
  });

  it("writes a date in a query as text", async () => {
    const { http, requests } = httpOf([json(created)]);
    const query = { since: new Date(0), tags: ["a", "b"] } as never;
    await http.GET(path, { params: { ...params, query } });
    expect(new URL(requests[0]?.url ?? "").search).toBe("?since=1970-01-01T00%3A00%3A00.000Z&tags=a&tags=b");
  });

  it("reads a body that is as large as maxResponseBytes allows, and no larger one", async () => {
    const body = { text: "x".repeat(100) };
    const { length } = JSON.stringify(body);
    const read = (maxResponseBytes: number) => post([json(body)], {}, { maxResponseBytes });
    await expect(read(length - 1)).rejects.toThrow(`200: the body exceeds maxResponseBytes (${length - 1})`);
    await expect(read(length)).resolves.toHaveProperty("data.text");
  });
});

describe("createFetch", () => {
  function fetchOf(responses: StubResponse[], options: ClientOptions = {}) {
    const { fetch, requests } = stubService(...responses);
    return { fetch: createFetch({ apiKey, fetch, ...options }), requests };
  }

  it("sends with the key, and again after the rate limit, with the same body", async () => {
    const { fetch, requests } = fetchOf([limited, json(created)]);
    const response = await fetch(url, { method: "POST", body: JSON.stringify(input) });
    expect(await response.json()).toEqual(created);
    expect(requests.map(({ headers }) => headers.get("authorization"))).toEqual([bearer, bearer]);
    expect(await textOf(requests[1]?.body)).toBe(JSON.stringify(input));
  });

  it.each([
    ["a Request", new Request(url, { method: "POST", body: "{}" })],
    ["a URL", new URL(url)],
    ["a text", url],
  ])("accepts %s", async (_what, target) => {
    const { fetch, requests } = fetchOf([json(created)]);
    await fetch(target);
    expect(requests[0]?.url).toBe(url);
  });

  const run = `${url}/7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9`;
  it.each([
    [run, "updateTestRun", 1],
    [run.replace("test_runs", "test_plans"), "updateTestPlan", 2],
    ["https://arcus.testsigma.com/elsewhere", undefined, 2],
  ])("knows the operation of a PUT to %s, %s, and sends it %i times", async (target, operation, times) => {
    const reports: unknown[] = [];
    const onAttempt = (report: unknown) => reports.push(report);
    const { fetch, requests } = fetchOf([json({}, 503, { "retry-after": "0" }), json(created)], { onAttempt });
    await fetch(target, { method: "PUT", body: "{}" });
    expect(requests).toHaveLength(times);
    expect(reports[0]).toMatchObject({ operation });
  });

  it("hides the key that a failure repeats, in body and headers", async () => {
    const response = await fetchOf([json({ message: `bad ${apiKey}` }, 401, { "x-echo": apiKey })]).fetch(url);
    expect(await response.json()).toEqual({ message: "bad [API key]" });
    expect(response.headers.get("x-echo")).toBe("[API key]");
  });

  const used = new Request(url, { method: "POST", body: "{}" });
  const failing = new ReadableStream({ pull: (controller) => controller.error(new Error("disk gone")) });
  it.each([
    ["a used body", used, undefined, /used|unusable|disturbed/i],
    ["a failing body", url, { method: "POST", body: failing, duplex: "half" }, "disk gone"],
    ["a path", "/runs", undefined, /URL/],
    ["a foreign host", "https://example.com/", undefined, "https://example.com: not in trustedHosts"],
    [
      "a key of its own",
      url,
      { headers: { authorization: "Bearer own" } },
      "header Authorization: pass the key as the option apiKey",
    ],
  ])("rejects %s, and sends nothing", async (_what, target, init, message) => {
    if (!used.bodyUsed) await used.text();
    const { fetch, requests } = fetchOf([json(created)]);
    const call = fetch(target, init as RequestInit);
    await expect(call).rejects.toMatchObject({ name: "InputError", outcome: "not-sent" });
    await expect(call).rejects.toThrow(message);
    expect(requests).toEqual([]);
  });

  it("gives up a request's body that never ends, by its time limit or signal", async () => {
    const post = (options: object) => {
      const init = { method: "POST", body: new ReadableStream({ pull: never }), duplex: "half", ...options };
      return fetchOf([json(created)], { maxRetries: 0 }).fetch(url, init);
    };
    const controller = new AbortController();
    const aborted = post({ signal: controller.signal });
    controller.abort("enough");
    await expect(aborted).rejects.toBe("enough");
    await expect(post({ timeout: 5 })).rejects.toMatchObject({ name: "TimeoutError", outcome: "not-sent" });
  });
});
