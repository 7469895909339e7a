import { once } from "node:events";
import { connect } from "node:net";
import { expect, it } from "vitest";
import { prefer, startMock } from "../src/index.js";
import { createRun, path, projectId, to } from "./create-run.js";

/** Sends text that `fetch` refuses to send; resolves to everything received until the connection closes. */
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

it("listens on a free port of this machine", async () => {
  await using mock = await startMock();

  expect(mock.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/v1$/);
  expect((await createRun(to(mock.url))).status).toBe(200);
});

it("has a URL that is a base URL", async () => {
  await using mock = await startMock();
  const response = await fetch(`${mock.url}/projects/${projectId}/test_runs`, { method: "POST" });

  expect(response.status).toBe(401);
  expect(mock.requests).toMatchObject([{ operation: "createTestRun" }]);
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

it("responds to what is in flight before it closes, and nothing after", async () => {
  const mock = await startMock({ latency: 200 });
  const pending = createRun(to(mock.url));
  await expect.poll(() => mock.requests).toHaveLength(1);
  const closed = mock.close();

  const response = await pending;
  expect(response.status).toBe(200);
  expect(response.headers.get("connection")).toBe("close");
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
  ["a method that does not exist", "GARBAGE\r\n\r\n", 400],
  ["a host that is none", "GET /health HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n", 400],
  ["no path", "GET * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 400],
  ["raw bytes in the path", "GET /\xff HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 400],
  ["headers without end", `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${"x".repeat(20_000)}\r\n\r\n`, 431],
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

it("rejects a host that a web page could have pointed here", async () => {
  await using mock = await startMock();
  const received = await sendRaw(mock.url, "GET /health HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");

  expect(received).toMatch(/^HTTP\/1.1 421 /);
  expect(received).toContain("The mock serves localhost, 127.0.0.1 and [::1]; given: evil.example.");
});

it.each(["localhost", "127.0.0.1:1", "[::1]", "app.localhost", "192.168.0.7"])("serves the host %s", async (host) => {
  await using mock = await startMock();

  expect(await sendRaw(mock.url, `GET /health HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)).toMatch(
    /^HTTP\/1.1 200 /,
  );
});

it("serves any host where other machines may call it", async () => {
  await using mock = await startMock({ host: "0.0.0.0" });
  const received = await sendRaw(mock.url, "GET /health HTTP/1.1\r\nHost: mock\r\nConnection: close\r\n\r\n");

  expect(received).toMatch(/^HTTP\/1.1 200 /);
});

it.each([
  ["no request", ""],
  ["half a request line", "GET /hea"],
  ["half of the headers", "GET /health HTTP/1.1\r\nHost: localhost\r\n"],
  [
    "half of a body",
    `POST ${path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer any\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{`,
  ],
])(
  "closes in time although a connection has sent %s, and finishes what has arrived",
  { timeout: 5000 },
  async (_, sent) => {
    const mock = await startMock({ latency: 1500 });
    const socket = connect(Number(new URL(mock.url).port), "127.0.0.1").on("error", () => {});
    await once(socket, "connect");
    socket.write(sent);
    const response = createRun(to(mock.url));
    await expect.poll(() => mock.requests.length).toBeGreaterThan(0);
    await mock.close();

    expect((await response).status).toBe(200);
  },
);

it("closes in time although no response is read", { timeout: 5000 }, async () => {
  const mock = await startMock({ bodyLimit: 2e7 });
  const socket = connect(Number(new URL(mock.url).port), "127.0.0.1").on("error", () => {});
  socket.pause();
  const request = `GET /${"x".repeat(8000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`;
  socket.write(request.repeat(2000));
  await expect.poll(() => mock.requests.length).toBeGreaterThan(100);

  await expect(mock.close()).resolves.toBeUndefined();
});

it("goes on when a caller hangs up in the middle of a body", async () => {
  await using mock = await startMock();
  const socket = connect(Number(new URL(mock.url).port), "127.0.0.1");
  socket.end(`POST ${path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer any\r\nContent-Length: 50\r\n\r\n{`);
  socket.resume();
  await once(socket, "close");

  expect((await fetch(new URL("/health", mock.url))).status).toBe(200);
});
