import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createClient } from "../src/index.js";
import { created, input } from "./stub-service.js";

/** The connection of each request, and its `connection` header. */
let requests: { connection: number | undefined; header: string | undefined }[] = [];
const server = createServer((request, response) => {
  requests.push({ connection: request.socket.remotePort, header: request.headers.connection });
  request.resume();
  response.end(JSON.stringify(created));
});
let origin = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  requests = [];
});
afterAll(() => void server.close());

const testsigma = () => createClient({ apiKey: "key", baseUrl: origin });
const read = async () => (await fetch(origin)).text();

describe("a create over the global fetch of Node", () => {
  it("never uses a connection that another request has used", async () => {
    const client = testsigma();
    await read();
    await client.createTestRun(input);
    await client.createTestRun(input);
    await read();
    const [first, one, other, last] = requests.map(({ connection }) => connection);
    expect(new Set([first, one, other]).size).toBe(3);
    expect(last).toBe(first);
  });

  it("leaves reads their connections", async () => {
    await testsigma().http.request("get" as never, "/runs" as never);
    expect(requests[0]?.header).toBe("keep-alive");
  });
});

describe("a dispatcher that may do more than connect, such as a proxy or a mock", () => {
  const key = Symbol.for("undici.globalDispatcher.1");
  const original = Reflect.get(globalThis, key);
  afterEach(() => void Reflect.set(globalThis, key, original));

  it.each([
    ["by its class", () => Object.create(original, { constructor: { value: class MockAgent {} } })],
    [
      "by a method of its own",
      () =>
        new Proxy(original, {
          get: (agent, name) => (name === "dispatch" ? (...given: unknown[]) => agent.dispatch(...given) : agent[name]),
        }),
    ],
  ])("is kept, recognised %s", async (_what, dispatcher) => {
    Reflect.set(globalThis, key, dispatcher());
    await testsigma().createTestRun(input);
    expect(requests[0]?.header).toBe("close");
  });
});
