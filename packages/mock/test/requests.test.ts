import { inspect } from "node:util";
import { expect, it } from "vitest";
import { createMockFetch, prefer } from "../src/index.js";
import { createRun, path, smallestRun } from "./create-run.js";

it("records what was sent and how it was responded to", async () => {
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
      violations: [],
      warnings: ["Request query parameter trace is not in the spec"],
    },
  ]);
});

it("names the example of the default response, but of none that was made", async () => {
  const mock = createMockFetch();
  await createRun(mock);
  await createRun(mock, { headers: { Prefer: "dynamic=true" } });

  expect(mock.requests.map(({ scenario }) => scenario)).toEqual(["created", undefined]);
});

it("records what does not match the spec", async () => {
  const mock = createMockFetch();
  await createRun(mock, { body: JSON.stringify({ ...smallestRun, title: "" }) });

  expect(mock.requests[0]).toMatchObject({
    status: 422,
    violations: ["Request body property title must NOT have fewer than 1 characters"],
  });
});

it("records a request that no operation takes", async () => {
  const mock = createMockFetch();
  await mock("http://mock.test/nope");

  expect(mock.requests[0]).toMatchObject({ path: "/nope", operation: undefined, status: 404 });
});

it("records a request whose caller gave up, without a status", async () => {
  const mock = createMockFetch({ latency: 60_000 });
  const controller = new AbortController();
  const response = createRun(mock, { signal: controller.signal });
  controller.abort();

  await expect(response).rejects.toThrow();
  expect(mock.requests).toMatchObject([{ method: "POST", status: undefined }]);
});

it("shows the key nowhere", async () => {
  const mock = createMockFetch();
  const key = "eyJzZWNyZXQ6c2VjcmV0";
  await createRun(mock, { headers: { Authorization: `Bearer ${key}`, "Proxy-Authorization": key, Cookie: key } });

  expect(inspect(mock.requests, { depth: 9 }) + JSON.stringify(mock.requests)).not.toContain(key);
});

it.each([
  ["a query parameter", { path: `${path}?api_key=KEY&token=KEY&x=KEY` }],
  ["other headers", { headers: { "X-Api-Key": "KEY", "X-Auth-Token": "KEY", "X-Trace": "id KEY" } }],
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

it("keeps fewer where their bodies are large", async () => {
  const mock = createMockFetch();
  const body = JSON.stringify({ ...smallestRun, description: "x".repeat(1_000_000) });
  for (let call = 0; call < 12; call++) await createRun(mock, { body });

  expect(mock.requests).toHaveLength(8);
});

it("forgets the requests with clear", async () => {
  const mock = createMockFetch();
  await createRun(mock);
  mock.clear();

  expect(mock.requests).toEqual([]);
});

it("keeps the last thousand", async () => {
  const mock = createMockFetch();
  for (let call = 0; call < 1001; call++) await mock(`http://mock.test/${call}`);

  expect(mock.requests).toHaveLength(1000);
  expect(mock.requests[0]?.path).toBe("/1");
});
