import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, it } from "vitest";
import { startMock } from "../src/index.js";
import { createRun, projectId, to } from "./create-run.js";

const control = (server: string, path: string, init?: RequestInit) => fetch(new URL(`/__mock${path}`, server), init);

it("queues scenarios, and lists the queued and the known ones", async () => {
  await using mock = await startMock();
  const body = JSON.stringify({ createTestRun: ["rate_limited", "moved"] });

  expect((await control(mock.url, "/scenarios", { method: "POST", body })).status).toBe(204);
  expect((await createRun(to(mock.url))).status).toBe(500);
  expect(await (await control(mock.url, "/scenarios")).json()).toMatchObject({
    pending: { createTestRun: ["moved"] },
    known: { createTestRun: expect.arrayContaining(["created", "rate_limited"]) },
  });
});

it("shows the requests, without keys and without its own, and clears them", async () => {
  await using mock = await startMock();
  await createRun(to(mock.url), { headers: { Authorization: "Bearer a-secret-key" } });
  const shown = await (await control(mock.url, "/requests")).text();

  expect(JSON.parse(shown)).toMatchObject([{ operation: "createTestRun", status: 200 }]);
  expect(shown).not.toContain("a-secret-key");
  expect((await control(mock.url, "/clear", { method: "POST" })).status).toBe(204);
  expect(await (await control(mock.url, "/requests")).json()).toEqual([]);
});

it("shows what the mock remembers, by the path of each collection", async () => {
  await using mock = await startMock({ state: true });
  const state = (await (await control(mock.url, "/state")).json()) as Record<string, object[]>;

  expect(state[`/projects/${projectId}/test_runs`]).toMatchObject([{ human_id: "DEMO-R-1" }]);
});

it.each([
  ["/scenarios", { method: "POST", body: '{"createTestRun":["nope"]}' }, 400, 'createTestRun has no scenario "nope"'],
  ["/scenarios", { method: "POST", body: "[" }, 400, "The body is not valid JSON"],
  ["/clear", {}, 404, "Expected GET /requests,"],
])("says what is wrong with %s %j", async (path, init, code, message) => {
  await using mock = await startMock();

  expect(await (await control(mock.url, path, init)).json()).toEqual({
    code,
    message: expect.stringContaining(message),
  });
});

it("rejects web pages of other origins", async () => {
  await using mock = await startMock({ cors: true });
  const statusFor = async (origin: string) =>
    (await control(mock.url, "/requests", { headers: { Origin: origin } })).status;

  expect(await statusFor("https://evil.example")).toBe(403);
  expect(await statusFor(new URL(mock.url).origin)).toBe(200);
});

const controlToken = "s3cret-token";
it.each([
  ["no other host", {}, "", 403, "Start it with --control-token"],
  ["no other host without the token", { controlToken }, "", 403, "Send Authorization: Bearer <control token>."],
  ["no other token", { controlToken }, "Authorization: Bearer another\r\n", 403, "Send Authorization: Bearer <"],
  ["the token from anywhere", { controlToken }, `Authorization: Bearer ${controlToken}\r\n`, 200, "[]"],
])("accepts %s where other machines can call it", async (_, options, headers, status, message) => {
  await using mock = await startMock({ host: "0.0.0.0", ...options });
  const socket = connect(Number(new URL(mock.url).port), "127.0.0.1");
  socket.end(`GET /__mock/requests HTTP/1.1\r\nHost: mock.internal\r\n${headers}Connection: close\r\n\r\n`);
  const response = await text(socket);

  expect(response).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(response).toContain(message);
  expect(response).not.toContain(controlToken);
});
