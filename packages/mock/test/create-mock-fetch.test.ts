import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { createMockFetch } from "../src/index.js";
import { createRun } from "./create-run.js";

it("responds with the documented example, also to a Request", async () => {
  const mock = createMockFetch();
  const response = await createRun((url, init) => mock(new Request(url, init)));

  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/json");
  expect(await response.json()).toMatchObject({ message: "", data: { test_run: { human_id: "DEMO-R-1" } } });
});

it("rejects with the signal's reason when it is aborted while it waits", async () => {
  const controller = new AbortController();
  const response = createRun(createMockFetch({ latency: 60_000 }), { signal: controller.signal });
  controller.abort(new Error("given up"));

  await expect(response).rejects.toThrow("given up");
});

it("rejects at once when the signal was aborted before", async () => {
  const mock = createMockFetch();

  await expect(createRun(mock, { signal: AbortSignal.abort(new Error("too late")) })).rejects.toThrow("too late");
  expect(mock.requests).toHaveLength(0);
});

it("rejects when it is aborted while the body is still being sent", async () => {
  const controller = new AbortController();
  const body = new ReadableStream();
  const response = createRun((url, init) => createMockFetch()(url, { ...init, duplex: "half" }), {
    body,
    signal: controller.signal,
  });
  controller.abort(new Error("given up"));

  await expect(response).rejects.toThrow("given up");
});

/** A script that plays `timeout`, forces garbage collections, and prints how each call settles. */
const giveUpAfterCollections = `
import { setImmediate } from "node:timers/promises";
import { createMockFetch } from "@testsigma-tms/mock";

async function settle(call) {
  const controller = new AbortController();
  const mock = createMockFetch({ scenarios: { listUsers: ["timeout"] } });
  const init = { headers: { Authorization: "Bearer any" }, signal: controller.signal };
  const settled = call(mock, "http://mock.test/api/v1/users", init).catch(({ message }) => message);
  // Promises and finalizers run between the collections.
  for (let round = 0; round < 10; round++) {
    await setImmediate();
    gc();
  }
  controller.abort(new Error("given up"));
  return settled;
}
console.log(await settle((mock, url, init) => mock(url, init)));
console.log(await settle((mock, url, init) => mock(new Request(url, init))));
`;

it("settles a call that plays timeout when its caller gives up, also after garbage collections", async () => {
  const args = ["--expose-gc", "--input-type=module", "--eval", giveUpAfterCollections];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: new URL("..", import.meta.url) });

  expect(stdout).toBe("given up\ngiven up\n");
});

it("identifies each request, by the same header that the spec shows", async () => {
  const mock = createMockFetch();
  const ids = [];
  for (const sent of [{}, {}, { body: "{}" }]) ids.push((await createRun(mock, sent)).headers.get("x-request-id"));

  expect(new Set(ids).size).toBe(3);
  expect(ids).toEqual(ids.map(() => expect.stringMatching(/^[0-9a-f-]{36}$/)));
});

it.each([
  [{ latencyy: 5 }, "Unknown option `latencyy`; did you mean latency? Known: bodyLimit, controlToken, cors"],
  [{ spec: "openapi.yaml" }, "Unknown option `spec`"],
  [{ latency: -1 }, "`latency`: expected an integer from 0 to 60000, got -1."],
  [{ seed: 7 }, "`seed`: expected a text that is not empty, got 7."],
  [{ invalidRequestStatus: 418 }, "`invalidRequestStatus`: expected 400 or 422, got 418."],
  [{ state: { rateLimit: 0 } }, "`state.rateLimit`: expected an integer from 1 to"],
  [
    { state: { clock: 1 } },
    "Unknown option `state.clock`. Known: state.casesAfterReads, state.importAfterReads, state.now,",
  ],
])("rejects the options %j", (options, message) => {
  expect(() => createMockFetch(options as object)).toThrow(message);
});
