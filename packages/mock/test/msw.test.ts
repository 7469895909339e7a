import type * as MswNode from "msw/node";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startMock } from "../src/index.js";
import type { MockHandlers } from "../src/msw.js";
import { createRun, path, to } from "./create-run.js";

const service = to("https://arcus.testsigma.com");

describe.each([
  ["MSW 2", "msw"],
  ["MSW 3", "msw-3"],
])("with %s", (_, name) => {
  let mock: MockHandlers;
  let server: ReturnType<typeof MswNode.setupServer>;

  beforeAll(async () => {
    vi.resetModules();
    vi.doMock("msw", () => import(name));
    const { mockHandlers } = await import("../src/msw.js");
    const { setupServer } = (await import(`${name}/node`)) as typeof MswNode;
    mock = mockHandlers();
    server = setupServer(...mock);
    server.listen({ onUnhandledRequest: "error" });
  });
  afterAll(() => {
    server.close();
    vi.doUnmock("msw");
    vi.resetModules();
  });
  beforeEach(() => mock.clear());

  it("responds to requests for the service", async () => {
    expect((await createRun(service)).status).toBe(200);
    expect(mock.requests).toMatchObject([{ host: "arcus.testsigma.com", operation: "createTestRun" }]);
  });

  it.each([
    "https://test-management.testsigma.com",
    "https://arcus-eu.testsigma.com",
    "https://eu.arcus.testsigma.com",
  ])("responds at %s", async (host) => {
    expect((await createRun(to(host))).status).toBe(200);
  });

  it("checks requests, and plays scenarios", async () => {
    mock.play({ createTestRun: ["rate_limited"] });

    expect((await createRun(service, { body: "{}" })).status).toBe(422);
    expect((await createRun(service)).status).toBe(500);
    expect(mock.pending()).toEqual({});
  });

  it("loses the connection", async () => {
    mock.play({ createTestRun: ["connection_reset"] });

    await expect(createRun(service)).rejects.toThrow(TypeError);
  });

  it("is silent until the caller gives up", async () => {
    mock.play({ createTestRun: ["timeout"] });

    await expect(createRun(service, { signal: AbortSignal.timeout(50) })).rejects.toMatchObject({
      name: "TimeoutError",
    });
  });

  it.each(["https://arcus.testsigma.co", "https://arcus-testsigma.com", "https://testsigma.com.example"])(
    "leaves %s to onUnhandledRequest",
    async (host) => {
      const error = vi.spyOn(console, "error").mockImplementation(() => {});
      await expect(createRun(to(host))).rejects.toThrow();
      error.mockRestore();
      expect(mock.requests).toEqual([]);
    },
  );

  it("reaches another server that the test lets pass", async () => {
    await using other = await startMock();
    server.close();
    server.listen({ onUnhandledRequest: "bypass" });
    await fetch(new URL(path, other.url), { method: "POST" });
    server.close();
    server.listen({ onUnhandledRequest: "error" });

    expect(other.requests).toHaveLength(1);
    expect(mock.requests).toEqual([]);
  });
});
