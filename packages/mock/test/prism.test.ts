/** Who explains a rejection: Prism where it is installed, else the mock's own checks. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer as createHttpServer } from "node:http";
import { createRequire } from "node:module";
import { createServer, type Server } from "node:net";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { createMock } from "../src/create-mock.js";
import { bundledSpec } from "../src/document/read-document.js";
import { createMockFetch, type OpenApiDocument } from "../src/index.js";
import { fromFetch } from "../src/request/mock-request.js";
import { createRun, projectId, smallestRun } from "./create-run.js";

const require = createRequire(import.meta.url);
const project = `/projects/${projectId}`;
const runs = `${project}/test_runs`;

const brokenRequests: { name: string; method: string; path: string; body?: unknown }[] = [
  { name: "an empty object", method: "POST", path: runs, body: {} },
  { name: "an empty title", method: "POST", path: runs, body: { ...smallestRun, title: "" } },
  { name: "an unknown selection type", method: "POST", path: runs, body: { ...smallestRun, selection_type: "SOME" } },
  {
    name: "a project in the path that is not a UUID",
    method: "POST",
    path: "/projects/7/test_runs",
    body: smallestRun,
  },
  { name: "no body", method: "POST", path: runs },
  { name: "null", method: "POST", path: runs, body: null },
  { name: "a page size that is not a number", method: "GET", path: `${runs}?page_size=many` },
];

const initOf = ({ method, body }: { method: string; body?: unknown }) => ({
  method,
  headers: { Authorization: "Bearer any", ...(body !== undefined && { "Content-Type": "application/json" }) },
  body: body === undefined ? null : JSON.stringify(body),
});

const violationsOf = (headers: Headers | Record<string, string>): { code: string; message: string }[] =>
  JSON.parse(new Headers(headers).get("sl-violations") ?? "[]");

describe("with Prism", () => {
  const mock = createMockFetch();

  it("sends the violations that `prism mock` sends", async () => {
    const prism = await startPrism();
    for (const { name, path, ...request } of brokenRequests) {
      const { headers } = await fetch(prism + path, initOf(request));
      const response = await mock(`http://mock.test/api/v1${path}`, initOf(request));

      expect(violationsOf(headers), name).not.toEqual([]);
      // The other project is the mock's own rule.
      const ours = violationsOf(response.headers).filter(({ code }) => code !== "const");
      expect(ours, name).toEqual(violationsOf(headers));
    }
  });

  it("puts Prism's words into the body and the journal", async () => {
    const response = await createRun(mock, { body: "null" });

    expect(await response.json()).toMatchObject({ errors: { details: "Body parameter is required" } });
    expect(mock.requests.at(-1)?.violations).toEqual(["Body parameter is required"]);
  });

  it("keeps its own explanation where Prism finds nothing wrong", async () => {
    const schema = { type: "object", dependentRequired: { start: ["end"] } };
    const spec = documentOf({ requestBody: { content: { "application/json": { schema } } } });

    const response = await createMockFetch({ spec })(
      "http://mock.test/things",
      initOf({ method: "POST", body: { start: 1 } }),
    );
    expect(violationsOf(response.headers)).toEqual([
      expect.objectContaining({ code: "dependentRequired", location: ["request", "body"] }),
    ]);
  });

  it("follows no reference of an example", async () => {
    await using server = await startServer();
    const example = { $ref: `${server.url}/elsewhere` };
    const schema = { type: "object", required: ["name"], default: example };
    const spec = documentOf({ requestBody: { content: { "application/json": { schema, example } } } });

    const response = await createMockFetch({ spec })("http://mock.test/things", initOf({ method: "POST", body: {} }));
    expect(response.status).toBe(422);
    expect(server.paths).toEqual([]);
  });
});

describe("without Prism", () => {
  it.each([
    ["not installed", async () => undefined],
    [
      "broken",
      async () => ({ getHttpOperationsFromSpec: () => Promise.reject(new Error("broken")), createInstance: throwing }),
    ],
  ])("explains itself where it is %s", async (_, loadPrism) => {
    const mock = createMock({}, { loadPrism });
    for (const { name, path, ...request } of brokenRequests) {
      const response = await mock.respond(fromFetch(new Request(`http://mock.test/api/v1${path}`, initOf(request))));

      expect(response.status, name).toBe(422);
      expect(violationsOf(response.headers), name).toContainEqual({
        location: expect.arrayContaining(["request"]),
        severity: "Error",
        code: expect.any(String),
        message: expect.stringMatching(/^Request /),
      });
    }
  });
});

const throwing = () => {
  throw new Error("broken");
};

const documentOf = (operation: object): OpenApiDocument => ({
  openapi: "3.1.0",
  info: { title: "Test", version: "1" },
  paths: { "/things": { post: { ...operation, responses: { "200": { description: "Fine" } } } } },
});

/** A server that keeps the paths of its requests. */
async function startServer() {
  const paths: (string | undefined)[] = [];
  const server = createHttpServer((request, response) => {
    paths.push(request.url);
    response.end("{}");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return { url: `http://127.0.0.1:${portOf(server)}`, paths, [Symbol.asyncDispose]: async () => void server.close() };
}

/** Starts Prism's own command with the spec; resolves to its URL. */
async function startPrism(): Promise<string> {
  const port = await freePort();
  const command = require.resolve("@stoplight/prism-cli");
  const args = [command, "mock", bundledSpec(), "--port", String(port), "-v", "silent"];
  const server = spawn(process.execPath, args, { stdio: "ignore" });
  // Also where it does not start in time.
  onTestFinished(() => void server.kill());
  const url = `http://127.0.0.1:${port}`;
  const isUp = () =>
    fetch(url).then(
      () => true,
      () => false,
    );
  while (!(await isUp())) await setTimeout(50);
  return url;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const port = portOf(server);
  server.close();
  return port;
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}
