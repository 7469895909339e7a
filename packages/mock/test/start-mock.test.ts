import { once } from "node:events";
import { connect } from "node:net";
import { expect, it } from "vitest";
import { prefer, startMock } from "../src/index.js";
import { createRun, path } from "./create-run.js";

/** Sends what `fetch` would refuse to send; resolves to what comes back until the connection closes. */
async function sendRaw(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname).setEncoding("latin1");
  let received = "";
  socket.on("data", (chunk) => {
    received += chunk;
  });
  socket.write(text, "latin1");
  await once(socket, "close");
  return received;
}

const to = (origin: string) => (url: string, init: RequestInit) => fetch(url.replace("http://mock.test", origin), init);

it("listens on a free port of this machine", async () => {
  await using mock = await startMock();

  expect(mock.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await createRun(to(mock.url))).status).toBe(200);
});

it("serves the documented base path too", async () => {
  await using mock = await startMock();

  expect((await createRun(to(`${mock.url}/api/v1`))).status).toBe(200);
  expect(mock.requests).toMatchObject([{ path: `/api/v1${path}`, operation: "createTestRun" }]);
});

it("plays scenarios by header, by option and by play", async () => {
  await using mock = await startMock({ scenarios: { createTestRun: ["rate_limited"] } });
  mock.play({ createTestRun: ["project_not_found"] });

  expect((await createRun(to(mock.url), { headers: prefer("duplicate_title") })).status).toBe(400);
  expect((await createRun(to(mock.url))).status).toBe(500);
  expect((await createRun(to(mock.url))).status).toBe(404);
});

it("says that the port is in use", async () => {
  await using mock = await startMock();
  const port = Number(new URL(mock.url).port);

  await expect(startMock({ port })).rejects.toThrow(
    `The mock cannot listen on 127.0.0.1:${port}: the port is in use; take another, or 0 for any free one.`,
  );
});

it("answers what is in flight before it closes, and nothing after", async () => {
  const mock = await startMock({ latency: 200 });
  const answer = createRun(to(mock.url));
  await expect.poll(() => mock.requests).toHaveLength(1);
  const closed = mock.close();

  const response = await answer;
  expect(response.status).toBe(200);
  expect(response.headers.get("connection")).toBe("close");
  await closed;
  await expect(fetch(`${mock.url}/health`)).rejects.toThrow("fetch failed");
});

it("closes once, however often it is told", async () => {
  const mock = await startMock();

  await Promise.all([mock.close(), mock.close()]);
  await mock.close();
});

it("stops waiting when the caller gives up", async () => {
  await using mock = await startMock({ latency: 60_000 });
  const controller = new AbortController();
  const answer = createRun(to(mock.url), { signal: controller.signal });
  await expect.poll(() => mock.requests).toHaveLength(1);
  controller.abort();

  await expect(answer).rejects.toThrow();
  expect((await fetch(`${mock.url}/health`)).status).toBe(200);
});

it.each([
  ["a method that does not exist", "GARBAGE\r\n\r\n", 400],
  ["a host that is none", "GET /health HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n", 400],
  ["no path", "GET * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 400],
  ["raw bytes in the path", "GET /\xff HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 400],
  ["headers without end", `GET / HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(20_000)}\r\n\r\n`, 431],
  ["a path of another origin", "GET //evil.example/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 404],
])("answers %s in the shape of its refusals", async (_, text, code) => {
  await using mock = await startMock();
  const [head = "", body = ""] = (await sendRaw(mock.url, text)).split("\r\n\r\n");

  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${code} `));
  expect(JSON.parse(body)).toEqual({ code, message: expect.any(String) });
});

it("answers 413 to a body without end, before it ends", async () => {
  await using mock = await startMock();
  const chunk = `10000\r\n${"x".repeat(0x10000)}\r\n`;
  const head = `POST ${path} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer any\r\nContent-Type: application/json\r\n`;
  const received = await sendRaw(mock.url, `${head}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(20)}`);

  expect(received).toMatch(/^HTTP\/1.1 413 /);
});

it("goes on when a caller hangs up in the middle of a body", async () => {
  await using mock = await startMock();
  const socket = connect(Number(new URL(mock.url).port), "127.0.0.1");
  socket.end(`POST ${path} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer any\r\nContent-Length: 50\r\n\r\n{`);
  socket.resume();
  await once(socket, "close");

  expect((await fetch(`${mock.url}/health`)).status).toBe(200);
});
