import { expect, it } from "vitest";
import { createMockFetch } from "../../src/index.js";
import { createRun, path, projectId, smallestRun } from "../create-run.js";

it.each([
  [
    "an unknown route",
    { path: "/api/v1/nope", method: "GET", body: null },
    404,
    "POST /projects/{project_id}/test_runs",
  ],
  ["a method that the path does not take", { method: "PUT" }, 405, "PUT is not allowed here. Allowed: "],
  ["a broken escape", { path: "/api/v1/projects/%E0%A4%A/test_runs" }, 400, "begins no valid escape"],
  ["malformed JSON", { body: '{"title":' }, 400, "The body is not valid JSON: Unexpected end of JSON input"],
  ["bytes that are not UTF-8", { body: new Uint8Array([0x22, 0xff, 0x22]) }, 400, "The body is not valid UTF-8."],
  [
    "a body beyond the limit",
    { body: "x".repeat(1024 * 1024 + 1) },
    413,
    "larger than the mock's limit of 1048576 bytes",
  ],
  [
    "another media type",
    { headers: { "Content-Type": "text/plain" } },
    415,
    "must be application/json; given: text/plain.",
  ],
  ["a media type that does not parse", { headers: { "Content-Type": "garbage" } }, 415, "given: garbage."],
  ["another charset", { headers: { "Content-Type": "application/json; charset=utf-16" } }, 415, "given: utf-16."],
  ["a compressed body", { headers: { "Content-Encoding": "gzip" } }, 415, "given: gzip."],
  [
    "a media type that is not offered",
    { headers: { Accept: "text/html" } },
    406,
    "responds with application/json; given: text/html.",
  ],
])("rejects %s", async (_, sent, status, message) => {
  const response = await createRun(createMockFetch(), sent);

  expect(response.status).toBe(status);
  expect(await response.json()).toEqual({ code: status, message: expect.stringContaining(message) });
});

it.each([
  ["no base path", { path: `/projects/${projectId}/test_runs` }],
  ["it twice", { path: `/api/v1${path}` }],
])("rejects a path with %s, saying what is expected", async (_, sent) => {
  const response = await createRun(createMockFetch(), sent);

  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({
    message: expect.stringMatching(/The API is served at \/api\/v1\/|No operation/),
  });
});

it.each(["arcus.testsigma.com", "arcus-eu.testsigma.com", "localhost:4010", "127.0.0.1"])(
  "serves %s in process",
  async (host) => {
    expect((await createMockFetch()(`https://${host}${path}`, { method: "POST" })).status).toBe(401);
  },
);

it("rejects a foreign host in process, saying what is expected", async () => {
  const response = await createMockFetch()(`https://app.testsigma.example${path}`, { method: "POST" });

  expect(await response.json()).toEqual({
    code: 421,
    message: expect.stringMatching(
      /^The mock serves arcus\.testsigma\.com and .*; given: app\.testsigma\.example\. Set the base URL of/,
    ),
  });
});

it("rejects a project in the body that is not that of the path", async () => {
  const other = "d47ade67-0543-4582-a4a5-b7de447c94f5";
  const mock = createMockFetch();
  const response = await createRun(mock, { body: JSON.stringify({ ...smallestRun, project_id: other }) });

  expect(response.status).toBe(422);
  expect(mock.requests.at(-1)?.violations).toEqual([
    `Request body property project_id must be the project_id of the path, ${projectId}; given: ${other}`,
  ]);
});

it("names the methods of a path in Allow", async () => {
  const response = await createRun(createMockFetch(), { method: "DELETE" });

  expect(response.headers.get("allow")).toMatch(/\bPOST$/);
});

it("responds to OPTIONS with the methods of the path", async () => {
  const response = await createRun(createMockFetch(), { method: "OPTIONS", body: null });

  expect(response.status).toBe(204);
  expect(response.headers.get("allow")).toMatch(/\bPOST$/);
});

it("rejects a body without a media type", async () => {
  const response = await createMockFetch()(`http://mock.test${path}`, {
    method: "POST",
    headers: { Authorization: "Bearer any" },
    body: new TextEncoder().encode(JSON.stringify(smallestRun)),
  });

  expect(await response.json()).toEqual({ code: 415, message: "Content-Type must be application/json; given: none." });
});

it("takes a lower limit for the body", async () => {
  const response = await createRun(createMockFetch({ bodyLimit: 10 }));

  expect(response.status).toBe(413);
});

it("takes application/json in any case and with a charset", async () => {
  const response = await createRun(createMockFetch(), {
    headers: { "Content-Type": 'Application/JSON; charset="UTF-8"' },
  });

  expect(response.status).toBe(200);
});

it("reports its health without a key", async () => {
  const response = await createMockFetch()("http://mock.test/health");

  expect(await response.json()).toEqual({ status: "ok" });
});

it("responds to HEAD without a body", async () => {
  const response = await createMockFetch()("http://mock.test/health", { method: "HEAD" });

  expect(response.status).toBe(200);
  expect(await response.text()).toBe("");
});

it("allows no other origin by default", async () => {
  const response = await createRun(createMockFetch(), { headers: { Origin: "https://evil.example" } });

  expect(response.headers.has("access-control-allow-origin")).toBe(false);
});

it("lets pages of every origin call it with cors, without credentials", async () => {
  const response = await createRun(createMockFetch({ cors: true }), {
    method: "OPTIONS",
    body: null,
    headers: {
      Origin: "https://app.example",
      "Access-Control-Request-Method": "POST",
      "Access-Control-Request-Headers": "authorization,content-type",
    },
  });

  expect(response.status).toBe(204);
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  expect(response.headers.get("access-control-allow-methods")).toMatch(/\bPOST$/);
  expect(response.headers.get("access-control-allow-headers")).toBe("authorization,content-type");
  expect(response.headers.has("access-control-allow-credentials")).toBe(false);
});

it("takes a weight of 0 for no", async () => {
  const headers = { Accept: "application/json;q=0, */*" };

  expect((await createRun(createMockFetch(), { headers })).status).toBe(406);
});

it.each([
  "text/html, application/json;q=0.5",
  "text/html, */*;q=0.1",
  "application/*",
  "",
  "application/json; q=1; charset=x",
])("takes Accept: %s", async (accept) => {
  expect((await createRun(createMockFetch(), { headers: { Accept: accept } })).status).toBe(200);
});
