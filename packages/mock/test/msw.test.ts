import { setupServer } from "msw/node";
import { afterEach, beforeAll, expect, it } from "vitest";
import { startMock } from "../src/index.js";
import { mockHandlers } from "../src/msw.js";
import { createRun, path, to } from "./create-run.js";

const mock = mockHandlers();
const server = setupServer(...mock);
const service = to("https://arcus.testsigma.com");

beforeAll(() => {
  server.listen({ onUnhandledRequest: "bypass" });
  return () => server.close();
});
afterEach(() => mock.clear());

it("responds to requests for the service", async () => {
  expect((await createRun(service)).status).toBe(200);
  expect(mock.requests).toMatchObject([{ host: "arcus.testsigma.com", operation: "createTestRun" }]);
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

it("leaves other hosts alone", async () => {
  await using other = await startMock();
  await fetch(new URL(path, other.url), { method: "POST" });

  expect(other.requests).toHaveLength(1);
  expect(mock.requests).toEqual([]);
});
