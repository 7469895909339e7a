import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { createMockFetch, prefer } from "../../src/index.js";
import { createRun, path, smallestRun } from "../create-run.js";
import { fine, mockOf } from "../mock-of.js";

it("records each request and its response", async () => {
  const mock = createMockFetch();
  await createRun(mock, { path: `${path}?trace=1`, headers: prefer("duplicate_title") });

  expect(mock.requests).toEqual([
    {
      method: "POST",
      host: "mock.test",
      path: `${path}`,
      query: { trace: "1" },
      headers: {
        authorization: "[redacted]",
        "content-type": "application/json",
        prefer: "code=400, example=duplicate_title",
      },
      body: smallestRun,
      operation: "createTestRun",
      status: 400,
      scenario: "duplicate_title",
      reason: undefined,
      violations: [],
      warnings: ["Request query parameter trace is not in the spec"],
    },
  ]);
});

it("names the example that was sent, and what does not match the spec", async () => {
  const mock = createMockFetch();
  const body = JSON.stringify({ ...smallestRun, title: "", surprise: true });
  for (const sent of [{}, { body }, { path: "/api/v1/nope" }]) await createRun(mock, sent);

  expect(mock.requests).toMatchObject([
    { operation: "createTestRun", status: 200, scenario: "created" },
    {
      status: 422,
      reason:
        "Request body property title must NOT have fewer than 1 characters; Request body property surprise is not in the spec",
      violations: ["Request body property title must NOT have fewer than 1 characters"],
      warnings: ["Request body property surprise is not in the spec"],
    },
    {
      path: "/api/v1/nope",
      operation: undefined,
      status: 404,
      reason: expect.stringContaining("No operation for"),
      violations: [],
    },
  ]);
});

it("cannot be changed by a test, and neither can the memory through it", async () => {
  const mock = createMockFetch({ state: true });
  await createRun(mock);
  const [record] = mock.requests as unknown as { status: number; body: { title: string }; warnings: string[] }[];

  expect(() => Object.assign(record ?? {}, { status: 500 })).toThrow(TypeError);
  expect(() => Object.assign(record?.body ?? {}, { title: "Another" })).toThrow(TypeError);
  expect(() => record?.warnings.push("Mine")).toThrow(TypeError);
});

it("records a request whose caller gave up, without a status", async () => {
  const mock = createMockFetch({ latency: 60_000 });
  const controller = new AbortController();
  const response = createRun(mock, { signal: controller.signal });
  controller.abort();

  await expect(response).rejects.toThrow();
  expect(mock.requests).toMatchObject([{ method: "POST", status: undefined }]);
});

it.each([
  ["a query parameter", { path: `${path}?api_key=KEY&token=KEY&x=KEY` }],
  [
    "other headers",
    { headers: { "Proxy-Authorization": "KEY", Cookie: "KEY", "X-Api-Key": "KEY", "X-Trace": "id KEY" } },
  ],
  ["the path", { path: "/api/v1/projects/KEY/test_runs" }],
  ["the body", { body: JSON.stringify({ ...smallestRun, title: "KEY", KEY: ["KEY"] }) }],
])("shows the key nowhere, although it is in %s", async (_, sent) => {
  const key = "eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl+/=";
  const withKey = JSON.parse(JSON.stringify(sent).replaceAll("KEY", encodeURIComponent(key)), (__, value) =>
    typeof value === "string" && !value.startsWith("/") ? decodeURIComponent(value) : value,
  );
  const mock = createMockFetch();
  await createRun(mock, { ...withKey, headers: { ...withKey.headers, Authorization: `Bearer ${key}` } });

  expect(mock.requests).toHaveLength(1);
  const shown = inspect(mock.requests, { depth: 9 }) + JSON.stringify(mock.requests);
  expect(shown).not.toContain(key);
  expect(shown).not.toContain(encodeURIComponent(key));
});

/** Returns the record of a request for which there is no operation. */
async function record(query: string, headers: Record<string, string> = {}) {
  const mock = createMockFetch();
  await mock(`http://mock.test/nope${query}`, { headers });
  return mock.requests[0];
}

it("records the query, with every value of a name", async () => {
  expect((await record("?a=1&b=&a=3&a=2"))?.query).toEqual({ a: ["1", "3", "2"], b: "" });
  expect((await record(""))?.query).toEqual({});
});

const hidden =
  "Authorization Proxy-Authorization Cookie Set-Cookie apikey api_key X-API-Key token X-Auth-Token refresh_token " +
  "secret client_secret password accesskey access_key X-Access-Key";
const shown =
  "X-Authorization authorization-info cookies my-cookie set-cookies key monkey access-keys mytoken token-type secretary " +
  "password-hint";
it.each([
  ...hidden.split(" ").map((name) => [name, "[redacted]"] as const),
  ...shown.split(" ").map((name) => [name, "any"] as const),
])("shows a header and a query parameter named %s as %s", async (name, value) => {
  const seen = await record(`?${name}=any&${name}=any`, { [name]: "any" });

  expect([seen?.headers, seen?.query]).toEqual([{ [name.toLowerCase()]: value }, { [name]: [value, value] }]);
});

it.each([
  ["Bearer 12345678", "id [redacted]"],
  ["Bearer  12345678", "id [redacted]"],
  ["12345678", "id [redacted]"],
  ["Bearer 1234567", "id 12345678"],
  ["Bearer 123456789", "id 12345678"],
])("hides the credential of Authorization: %s, unless it is short", async (Authorization, trace) => {
  expect((await record("", { Authorization, trace: "id 12345678" }))?.headers.trace).toBe(trace);
});

describe("the key in a body", () => {
  const schema = { properties: { id: {}, n: { type: "integer" } } };
  const operation = { requestBody: { content: { "application/json": { schema } } }, responses: fine };

  async function put(key: string, body: string | null) {
    const mock = mockOf({ paths: { "/things/{id}": { put: operation } } });
    const headers = { Authorization: `Bearer ${key}`, "Content-Type": "application/json" };
    const { status } = await mock("http://mock.test/things/5", { method: "PUT", headers, body });
    return { ...mock.requests[0], status };
  }

  it.each([
    ["12345678", { n: 12345678 }, { n: "[redacted]" }],
    ["12345678", { n: 123456789, text: "id 12345678" }, { n: 123456789, text: "id [redacted]" }],
    ['a"quote"d', { text: 'a"quote"d' }, { text: "[redacted]" }],
    ['","b":"', { a: "1", b: "2" }, { a: "1", b: "2" }],
    [
      "s3cret-key",
      { list: [["s3cret-key"], null, true], "s3cret-key": 1 },
      { list: [["[redacted]"], null, true], "[redacted]": 1 },
    ],
    ["true-or-null", [true, null], [true, null]],
    ["undefined", [null], [null]],
  ])("%s is hidden, and nothing else: %j", async (key, sent, shown) => {
    expect(await put(key, JSON.stringify(sent))).toMatchObject({ status: 200, body: shown });
  });

  it("is hidden in what is said about it", async () => {
    const { violations } = await put("s3cret-key", '{"id":"s3cret-key","n":"s3cret-key"}');
    expect(violations).toEqual([
      "Request body property n must be integer",
      "Request body property id must be the id of the path, 5, not [redacted]",
    ]);

    const { warnings } = await put("s3cret-key", '{"s3cret-key":1}');
    expect(warnings).toEqual(["Request body property [redacted] is not in the spec"]);
  });
});

it("keeps fewer where their bodies are large", async () => {
  const mock = createMockFetch();
  const body = JSON.stringify({ ...smallestRun, description: "x".repeat(1_000_000) });
  for (let call = 0; call < 12; call++) await createRun(mock, { body });

  expect(mock.requests).toHaveLength(8);
});

it("keeps the last thousand, and none after clear", async () => {
  const mock = createMockFetch();
  for (let call = 0; call < 1001; call++) await mock(`http://mock.test/${call}`);

  expect(mock.requests).toHaveLength(1000);
  expect(mock.requests[0]?.path).toBe("/1");
  mock.clear();
  expect(mock.requests).toEqual([]);
});
