import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createClient } from "../src/index.js";
import { created, input } from "./stub-service.js";

/** The client's port of each request, which identifies the connection. */
const connections: (number | undefined)[] = [];
const server = createServer((request, response) => {
  connections.push(request.socket.remotePort);
  request.resume();
  response.end(JSON.stringify(created));
});
let baseUrl = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

it("creates over the global fetch of Node share a connection", async () => {
  const client = createClient({ apiKey: "key", baseUrl });
  for (let creates = 0; creates < 3; creates++) await client.createTestRun(input);
  expect(connections).toHaveLength(3);
  // Node may open a second connection while the first is still busy.
  expect(new Set(connections).size).toBeLessThan(3);
});
