import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
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
    // Node takes the connection of the first of them for the third.
    for (let creates = 0; creates < 3; creates++) await client.createTestRun(input);
    await read();
    const [first, ...others] = requests.map(({ connection }) => connection);
    expect(new Set([first, ...others.slice(0, 3)]).size).toBe(4);
    expect(others.at(-1)).toBe(first);
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

  /** An agent of a class with the name of undici's own, which reports each agent that is made of it. */
  function plainAgent(made: (options: object) => void, options: object) {
    const { Agent } = {
      Agent: class Agent extends original.constructor {
        constructor(given: object) {
          super(given);
          made(given);
        }
      },
    };
    return new Agent(options);
  }

  it("is kept, recognised by its class, and no second one is made", async () => {
    const made = vi.fn();
    class ProxyAgent extends original.constructor {
      constructor(options: object) {
        super(options);
        made();
      }
    }
    Reflect.set(globalThis, key, new ProxyAgent({}));
    await testsigma().createTestRun(input);
    expect(made).toHaveBeenCalledOnce();
    expect(requests[0]?.header).toBe("close");
  });

  it("is kept, recognised by a method of its own, which is called", async () => {
    const dispatch = vi.fn((...given: unknown[]) => original.dispatch(...given));
    const get = (agent: object, name: string) => (name === "dispatch" ? dispatch : Reflect.get(agent, name));
    Reflect.set(globalThis, key, new Proxy(original, { get }));
    await testsigma().createTestRun(input);
    expect(dispatch).toHaveBeenCalledOnce();
    expect(requests[0]?.header).toBe("close");
  });

  it("is taken from the newer place where Node 26 has a wrapper at the older one", async () => {
    const newer = Symbol.for("undici.globalDispatcher.2");
    const before = Reflect.get(globalThis, newer);
    const made = vi.fn();
    class Dispatcher1Wrapper {}
    Reflect.set(
      globalThis,
      key,
      Object.assign(new Dispatcher1Wrapper(), { dispatch: original.dispatch.bind(original) }),
    );
    Reflect.set(globalThis, newer, plainAgent(made, { bodyTimeout: 12_345 }));
    await testsigma().createTestRun(input);
    Reflect.set(globalThis, newer, before);
    expect(made).toHaveBeenLastCalledWith(expect.objectContaining({ bodyTimeout: 12_345, pipelining: 0 }));
  });

  it("is copied once, with its options, when it is a plain Agent", async () => {
    const made = vi.fn();
    Reflect.set(globalThis, key, plainAgent(made, { bodyTimeout: 12_345 }));
    await testsigma().createTestRun(input);
    await testsigma().createTestRun(input);
    expect(made).toHaveBeenCalledTimes(2);
    // HTTP/2 would put the request on a connection that others use.
    expect(made).toHaveBeenLastCalledWith(
      expect.objectContaining({ bodyTimeout: 12_345, pipelining: 0, allowH2: false }),
    );
  });
});
