import { describe, expect, it } from "vitest";
import { createMockFetch, prefer, startMock } from "../src/index.js";
import { createRun, path, smallestRun, to } from "./create-run.js";
import { mockOf } from "./mock-of.js";

it("plays the redirect of the documented host, and then the other host works", async () => {
  const mock = createMockFetch({ scenarios: { createTestRun: ["moved"] } });
  const init = {
    method: "POST",
    headers: { Authorization: "Bearer any", "Content-Type": "application/json" },
    body: JSON.stringify(smallestRun),
  };
  const moved = await mock(`https://test-management.testsigma.com${path}`, { ...init, redirect: "manual" });
  const location = moved.headers.get("location") ?? "";

  expect([moved.status, location]).toEqual([301, `https://arcus.testsigma.com${path}`]);
  expect((await mock(location, init)).status).toBe(200);
});

it("follows a redirect as fetch does: a POST becomes a GET, and the key stays behind", async () => {
  const mock = createMockFetch({ scenarios: { createTestRun: ["moved"] } });
  const response = await mock(`https://test-management.testsigma.com${path}`, {
    method: "POST",
    headers: { Authorization: "Bearer any", "Content-Type": "application/json" },
    body: JSON.stringify(smallestRun),
  });

  expect([response.status, response.url, response.redirected]).toEqual([
    401,
    `https://arcus.testsigma.com${path}`,
    true,
  ]);
  expect(mock.requests.map(({ method, host }) => [method, host])).toEqual([
    ["POST", "test-management.testsigma.com"],
    ["GET", "arcus.testsigma.com"],
  ]);
});

it("fails for a redirect where the caller wants none, and after too many", async () => {
  const mock = createMockFetch();
  const init = { headers: { Authorization: "Bearer any", ...prefer("moved") } };
  const url = `http://mock.test${path}`;

  await expect(mock(url, { ...init, redirect: "error" })).rejects.toThrow("fetch failed");
  await expect(mock(url, init)).rejects.toThrow("fetch failed");
  expect(mock.requests).toHaveLength(22);
});

it.each([
  [307, "PUT", '{"a":1}'],
  [303, "GET", undefined],
])("follows %i with %s", async (status, method, body) => {
  const operation = (responses: object) => ({
    requestBody: { content: { "application/json": { schema: {} } } },
    responses,
  });
  const moved = {
    [status]: { description: "Moved", headers: { Location: { schema: { type: "string" }, example: "/there" } } },
  };
  const fine = operation({ "200": { description: "Fine" } });
  const paths = { "/here": { put: operation(moved) }, "/there": { put: fine, get: fine } };
  const mock = mockOf({ openapi: "3.1.0", paths });
  const headers = { "Content-Type": "application/json" };
  await mock("http://mock.test/here", { method: "PUT", headers, body: '{"a":1}' });

  expect(mock.requests[1]).toMatchObject({ path: "/there", method, status: 200 });
  expect(mock.requests[1]?.body).toEqual(body === undefined ? undefined : JSON.parse(body));
});

it("keeps the host of a redirect where it is none of the spec", async () => {
  await using mock = await startMock();
  const moved = await to(mock.url)(`http://mock.test${path}`, {
    method: "POST",
    redirect: "manual",
    headers: { Authorization: "Bearer any", "Content-Type": "application/json", ...prefer("moved") },
    body: JSON.stringify(smallestRun),
  });

  expect(moved.headers.get("location")).toBe(new URL(path, mock.url).href);
});

it.each([
  ["bad_gateway", 502, "502 Bad Gateway"],
  ["unavailable", 503, "503 Service Temporarily Unavailable"],
] as const)("plays %s as a page of a gateway", async (name, status, title) => {
  const response = await createRun(createMockFetch(), { headers: prefer(name) });

  expect([response.status, response.headers.get("content-type")]).toEqual([status, "text/html"]);
  expect(await response.text()).toContain(`<h1>${title}</h1>`);
});

describe.each(["in process", "over HTTP"])("%s", (door) => {
  async function open() {
    if (door === "in process") {
      const mock = createMockFetch();
      return { mock, send: mock, [Symbol.asyncDispose]: async () => {} };
    }
    const mock = await startMock();
    return { mock, send: to(mock.url), [Symbol.asyncDispose]: () => mock.close() };
  }

  it("cuts the connection for connection_reset", async () => {
    await using opened = await open();

    await expect(createRun(opened.send, { headers: prefer("connection_reset") })).rejects.toMatchObject({
      name: "TypeError",
      message: "fetch failed",
      cause: { code: "ECONNRESET" },
    });
    expect(opened.mock.requests).toMatchObject([{ scenario: "connection_reset", status: undefined }]);
  });

  it("is silent for timeout, until the caller gives up", async () => {
    await using opened = await open();
    const signal = AbortSignal.timeout(200);

    await expect(createRun(opened.send, { headers: prefer("timeout"), signal })).rejects.toMatchObject({
      name: "TimeoutError",
    });
  });
});

it("closes although it plays timeout", async () => {
  const mock = await startMock({ scenarios: { createTestRun: ["timeout"] } });
  const response = createRun(to(mock.url)).catch((error: Error) => error.message);
  await expect.poll(() => mock.requests).toHaveLength(1);
  await expect.poll(() => mock.pending()).toEqual({});
  await mock.close();

  expect(await response).toBe("fetch failed");
});

it("lists what was queued and not played", async () => {
  const mock = createMockFetch({ scenarios: { createTestRun: ["moved", "rate_limited", "created"] } });
  await createRun(mock);

  expect(mock.pending()).toEqual({ createTestRun: ["rate_limited", "created"] });
  mock.clear();
  expect(mock.pending()).toEqual({ createTestRun: ["moved", "rate_limited", "created"] });
});
