import { once } from "node:events";
import { connect } from "node:net";
import { expect, it } from "vitest";
import { listen } from "../src/doors/start-mock.js";
import { startMock } from "../src/index.js";
import { createRun, path, projectId, to } from "./create-run.js";

/** Sends text that `fetch` refuses to send; resolves to everything received until the connection closes. */
async function sendRaw(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname).setEncoding("latin1");
  let received = "";
  socket.on("data", (chunk) => {
    received += chunk;
  });
  // A server that responds before it has read everything resets the connection.
  socket.on("error", () => {}).write(text, "latin1");
  await new Promise((resolve) => socket.once("close", resolve));
  return received;
}

it("listens on a free port of this machine, and has a base URL", async () => {
  await using mock = await startMock();

  expect(mock.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/v1$/);
  expect((await fetch(`${mock.url}/projects/${projectId}/test_runs`, { method: "POST" })).status).toBe(401);
  expect((await createRun(to(mock.url))).status).toBe(200);
});

it("responds to requests in flight before it closes, and to none after", async () => {
  const mock = await startMock({ latency: 200 });
  const pending = createRun(to(mock.url));
  await expect.poll(() => mock.requests).toHaveLength(1);
  const closed = mock.close();

  const response = await pending;
  expect(response.status).toBe(200);
  await closed;
  await expect(fetch(new URL("/health", mock.url))).rejects.toThrow("fetch failed");
});

it("closes once, however often it is called", async () => {
  const mock = await startMock();

  await Promise.all([mock.close(), mock.close()]);
  await mock.close();
});

it("stops waiting when the caller gives up", async () => {
  await using mock = await startMock({ latency: 60_000 });
  const controller = new AbortController();
  const response = createRun(to(mock.url), { signal: controller.signal });
  await expect.poll(() => mock.requests).toHaveLength(1);
  controller.abort();

  await expect(response).rejects.toThrow();
  expect((await fetch(new URL("/health", mock.url))).status).toBe(200);
});

it.each([
  ["a host that is none", "GET /health HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n", 400],
  ["no path", "GET * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 400],
  ["a path of another origin", "GET //evil.example/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 404],
])("responds to %s in the shape of its rejections", async (_, text, code) => {
  await using mock = await startMock();
  const [head = "", body = ""] = (await sendRaw(mock.url, text)).split("\r\n\r\n");

  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${code} `));
  expect(JSON.parse(body)).toEqual({ code, message: expect.any(String) });
});

it("responds with 413 to a body without end, before it ends", async () => {
  await using mock = await startMock();
  const chunk = `10000\r\n${"x".repeat(0x10000)}\r\n`;
  const head = `POST ${path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer any\r\nContent-Type: application/json\r\n`;
  const received = await sendRaw(mock.url, `${head}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(20)}`);

  expect(received).toMatch(/^HTTP\/1.1 413 /);
});

it.each([
  ["127.0.0.1", "evil.example", 421],
  ["127.0.0.1", "app.localhost", 200],
  ["0.0.0.0", "mock", 200],
])("listening on %s, responds to a request for the host %s with %i", async (host, name, status) => {
  await using mock = await startMock({ host });
  const received = await sendRaw(mock.url, `GET /health HTTP/1.1\r\nHost: ${name}\r\nConnection: close\r\n\r\n`);

  expect(received).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
});

it.each([
  ["no request", ""],
  ["half a request line", "GET /hea"],
  ["half of the headers", "GET /health HTTP/1.1\r\nHost: localhost\r\n"],
  [
    "half of a body",
    `POST ${path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer any\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{`,
  ],
])("closes although a connection has sent %s, and finishes what has arrived", async (_, sent) => {
  const mock = await startMock({ latency: 500 });
  const socket = connect(Number(new URL(mock.url).port), "127.0.0.1").on("error", () => {});
  await once(socket, "connect");
  socket.write(sent);
  const response = createRun(to(mock.url));
  await expect.poll(() => mock.requests.length).toBeGreaterThan(0);
  await mock.close();

  expect((await response).status).toBe(200);
});

it("closes although no response is read", async () => {
  let observe = () => {};
  const hundredResponses = new Promise<void>((resolve) => {
    let responses = 0;
    observe = () => void (++responses === 100 && resolve());
  });
  const mock = await listen({}, { observe });
  const socket = connect(Number(new URL(mock.url).port), "127.0.0.1").on("error", () => {});
  socket.pause();
  // More than the buffers of both ends hold.
  socket.write(`GET /${"x".repeat(8000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`.repeat(2000));
  await hundredResponses;

  await expect(mock.close()).resolves.toBeUndefined();
});

it("keeps running when a caller hangs up in the middle of a body", async () => {
  await using mock = await startMock();
  const socket = connect(Number(new URL(mock.url).port), "127.0.0.1");
  socket.end(`POST ${path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer any\r\nContent-Length: 50\r\n\r\n{`);
  socket.resume();
  await once(socket, "close");

  expect((await fetch(new URL("/health", mock.url))).status).toBe(200);
});
