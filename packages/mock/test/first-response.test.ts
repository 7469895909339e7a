/** The mock loads and checks as little as possible before its first response, because users wait for that. */
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { path, smallestRun } from "./create-run.js";

/** A script that starts the built mock, sends it a request, and lists the modules that were loaded until then. */
const script = `
import { registerHooks } from "node:module";

const urls = [];
registerHooks({ load: (url, context, next) => (urls.push(url), next(url, context)) });
const { startMock } = await import("@testsigma-tms/mock");
const mock = await startMock();

const http = process.getBuiltinModule("node:http");
const headers = { Authorization: "Bearer any", "Content-Type": "application/json" };
const status = await new Promise((resolve) => {
  const request = http.request(new URL(mock.url).origin + ${JSON.stringify(path)}, { method: "POST", headers, agent: false });
  request.on("response", (response) => resolve(response.resume().statusCode)).end(${JSON.stringify(JSON.stringify(smallestRun))});
});
const hasWebSocket = () => process.moduleLoadList.some((name) => name.endsWith("undici/undici"));
const before = hasWebSocket();
http.WebSocket;
console.log(JSON.stringify({ status, urls, webSocket: [before, hasWebSocket()] }));
await mock.close();
`;

it("loads what the first response needs, and nothing else", async () => {
  const args = ["--input-type=module", "--eval", script];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: new URL("..", import.meta.url) });
  const { status, urls, webSocket } = JSON.parse(stdout) as { status: number; urls: string[]; webSocket: boolean[] };

  const sources = await Promise.all(
    urls.filter((url) => url.startsWith("file:")).map((url) => readFile(new URL(url), "utf8")),
  );
  const bundled = sources.flatMap((source) => [...source.matchAll(/^\/\/ .*node_modules\/((?:@[^/]+\/)?[^/]+)\//gm)]);

  expect(status).toBe(200);
  expect([...new Set(bundled.map(([, name]) => name))].sort()).toEqual([
    "ajv",
    "ajv-formats",
    "fast-deep-equal",
    "fast-uri",
    "fastest-levenshtein",
    "json-schema-traverse",
  ]);
  // Node's own WebSocket, which an import of its HTTP module loads.
  expect(webSocket).toEqual([false, true]);
});
