import { describe, expect, it } from "vitest";
import { createMockFetch, prefer, startMock } from "../src/index.js";
import { createRun, path, to } from "./create-run.js";

const documented = `https://test-management.testsigma.com${path}`;
const moved = `https://arcus.testsigma.com${path}`;

it("plays the redirect of the documented host, and then the other host works", async () => {
  const mock = createMockFetch({ scenarios: { createTestRun: ["moved"] } });
  const first = await createRun((_, init) => mock(documented, { ...init, redirect: "manual" }));

  expect([first.status, first.headers.get("location")]).toEqual([301, moved]);
  expect((await createRun((_, init) => mock(moved, init))).status).toBe(200);
});

it("keeps the host of a redirect where it is none of the spec", async () => {
  const { headers } = await createRun((url, init) => createMockFetch()(url, { ...init, redirect: "manual" }), {
    headers: prefer("moved"),
  });

  expect(headers.get("location")).toBe(`http://mock.test${path}`);
});

it.each([
  ["too_many_requests", 429, "429 Too Many Requests"],
  ["bad_gateway", 502, "502 Bad Gateway"],
  ["unavailable", 503, "503 Service Temporarily Unavailable"],
] as const)("plays %s as a page of a gateway", async (name, status, title) => {
  const response = await createRun(createMockFetch(), { headers: prefer(name) });

  expect([response.status, response.headers.get("content-type")]).toEqual([status, "text/html"]);
  expect(response.headers.get("retry-after")).toBe(status === 429 ? "1" : null);
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
