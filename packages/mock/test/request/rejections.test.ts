import { expect, it } from "vitest";
import { createMockFetch } from "../../src/index.js";
import { createRun, path } from "../create-run.js";

it.each([
  ["a broken escape", { path: "/api/v1/projects/%E0%A4%A/test_runs" }, 400, "Expected a path with valid escapes"],
  ["a path without its base", { path: path.replace("/api/v1", "") }, 404, "Expected a path below /api/v1/"],
  ["a path with its base twice", { path: `/api/v1${path}` }, 404, "No operation for POST /api/v1/api/v1/"],
  ["a media type that does not parse", { headers: { "Content-Type": "garbage" } }, 415, "got garbage."],
])("rejects %s", async (_, sent, status, message) => {
  const response = await createRun(createMockFetch(), sent);

  expect(response.status).toBe(status);
  expect(await response.json()).toEqual({ code: status, message: expect.stringContaining(message) });
});

it("reports its health without a key, to HEAD without a body", async () => {
  const mock = createMockFetch();
  const head = await mock("http://mock.test/health", { method: "HEAD" });

  expect(await (await mock("http://mock.test/health")).json()).toEqual({ status: "ok" });
  expect([head.status, await head.text()]).toEqual([200, ""]);
});

it.each([
  [false, null, null, null],
  [true, "*", expect.stringMatching(/\bPOST$/), "authorization,content-type"],
])("responds to a preflight, with cors %s", async (cors, origin, methods, headers) => {
  const response = await createRun(createMockFetch({ cors }), {
    method: "OPTIONS",
    body: null,
    headers: {
      Origin: "https://app.example",
      "Access-Control-Request-Method": "POST",
      "Access-Control-Request-Headers": "authorization,content-type",
    },
  });
  const allowed = (name: string) => response.headers.get(`access-control-allow-${name}`);

  expect(response.status).toBe(204);
  expect([allowed("origin"), allowed("methods"), allowed("headers")]).toEqual([origin, methods, headers]);
  expect(allowed("credentials")).toBeNull();
});

it.each(["http://localhost:4011", "http://127.0.0.1:4011", "http://[::1]:4011"])(
  "lets a page of this machine read a response: %s",
  async (origin) => {
    const mock = createMockFetch();
    const response = await createRun(mock, { headers: { Origin: origin } });

    expect(response.headers.get("access-control-allow-origin")).toBe(origin);
    expect(mock.requests[0]?.warnings).toEqual([]);
  },
);

it("names --cors in a warning about any other page", async () => {
  const mock = createMockFetch();
  await createRun(mock, { headers: { Origin: "https://app.example" } });

  expect(mock.requests[0]?.warnings).toEqual([
    "The browser keeps the response from the page at https://app.example: start the mock with --cors (cors: true)",
  ]);
});

it.each([false, true])("lets pages of other origins read a response only with cors: %s", async (cors) => {
  const response = await createRun(createMockFetch({ cors }), { headers: { Origin: "https://evil.example" } });

  expect(response.headers.get("access-control-allow-origin")).toBe(cors ? "*" : null);
});
