import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, vi } from "vitest";
import { createHttpClient } from "../src/http.js";
import { ConnectionError, createClient, InputError } from "../src/index.js";
import { recordedErrors } from "./fixtures/recorded-errors.js";
import { clientOf, create, created, input, json, never, noAddress, stubService, throws, url } from "./stub-service.js";

const unsentFields = { operation: undefined, method: "POST", path: "/", url: undefined, attempts: 0 };
const notSent = { ...unsentFields, outcome: "not-sent" } as const;

it("a fetch that spreads the headers of the request keeps them", async () => {
  const service = stubService(json(created));
  const fetch = (url: string, { headers, ...init }: RequestInit) =>
    service.fetch(url, { ...init, headers: { ...(headers as Record<string, string>), "x-trace": "1" } });
  await createClient({ apiKey: "key", fetch }).createTestRun(input);
  expect(Object.fromEntries(service.requests[0]?.headers ?? [])).toEqual({
    authorization: "Bearer key",
    "content-type": "application/json",
    "x-trace": "1",
  });
});

describe("a fetch that fails after the create was executed", () => {
  const thrown: [what: string, error: unknown][] = [
    // For a request of its own, such as one to a log server.
    ...recordedErrors.map(({ by, what, error }): [string, unknown] => [`${what} (${by})`, error]),
    ["an InputError of the same package", new InputError("no", notSent)],
    ["a ConnectionError that says not-sent", new ConnectionError("no", { ...notSent, cause: noAddress() })],
    ["an empty list of errors, as of Promise.any([])", new AggregateError([])],
    ["a text", "lost"],
    ["nothing", undefined],
    ["a symbol", Symbol("lost")],
    ["an object that cannot be read", new Proxy({}, { get: throws(new Error("trap")) })],
  ];
  it.each(thrown)("makes its outcome unknown, and never a second one: %s", async (_what, error) => {
    const fetch = vi.fn(() => Promise.reject(error));
    const { settled } = await create([], { fetch });
    expect(settled).toMatchObject({ name: "ConnectionError", outcome: "unknown", attempts: 1 });
    expect(fetch).toHaveBeenCalledOnce();
  });

  it("may be the global one that somebody patched", async () => {
    const refused = recordedErrors.find(({ what }) => what === "refused")?.error ?? new Error();
    const fetch = vi.fn(() => Promise.reject(refused));
    vi.stubGlobal("fetch", fetch);
    await expect(createClient({ apiKey: "key" }).createTestRun(input)).rejects.toMatchObject({ outcome: "unknown" });
    expect(fetch).toHaveBeenCalledOnce();
  });

  it("may use a client of its own", async () => {
    const { client: inner } = clientOf([noAddress()], { maxRetries: 0 });
    const fetch = vi.fn(async () => json(await inner.createTestRun(input)));
    expect((await create([], { fetch })).settled).toMatchObject({ outcome: "unknown", attempts: 1 });
    expect(fetch).toHaveBeenCalledOnce();
  });
});

describe("a runtime", () => {
  it("without fetch proves that nothing was sent", async () => {
    vi.stubGlobal("fetch", undefined);
    await expect(createClient({ apiKey: "key", maxRetries: 0 }).createTestRun(input)).rejects.toMatchObject({
      outcome: "not-sent",
      message: expect.stringContaining("this runtime has no fetch; pass the option fetch"),
    });
  });

  it("without AbortController proves that nothing was sent", async () => {
    vi.stubGlobal("AbortController", undefined);
    expect((await create([json(created)], { maxRetries: 0 })).settled).toMatchObject({ outcome: "not-sent" });
  });

  it.each([
    ["with Request", Request],
    ["without Request", undefined],
    ["whose requests have no signal", class {}],
  ])("%s gets the signal", async (_what, Request) => {
    // The client has not seen this class.
    class OtherSignal extends AbortSignal {}
    const signal = Object.setPrototypeOf(new AbortController().signal, OtherSignal.prototype);
    class OtherController {
      readonly signal = signal;
    }
    vi.stubGlobal("AbortController", OtherController);
    vi.stubGlobal("Request", Request);
    const fetch = vi.fn(async (_url: string, _init: RequestInit) => json(created));
    expect((await create([], { fetch })).settled).toEqual(created);
    expect(fetch.mock.calls[0]?.[1].signal).toBe(signal);
  });

  it("with a signal of another kind, as jsdom has it, gets none, and the call ends anyway", async () => {
    class OtherSignal extends EventTarget {
      readonly aborted = false;
      throwIfAborted() {}
    }
    class OtherController {
      readonly signal = new OtherSignal();
      abort() {}
    }
    vi.stubGlobal("AbortController", OtherController);
    const fetch = vi.fn((_url: string, _init: RequestInit) => never());
    expect((await create([], { fetch, timeout: 1 })).settled).toMatchObject({ name: "TimeoutError" });
    expect(fetch.mock.calls[0]?.[1]).not.toHaveProperty("signal");
  });

  it("whose bodies cannot be cancelled, as those of node-fetch, follows redirects", async () => {
    const moved = { status: 307, ok: false, headers: new Headers({ location: url }), body: {} } as Response;
    expect((await create([() => moved, json(created)])).settled).toEqual(created);
  });

  it("without streams is read whole, also without a body", async () => {
    const withoutStreams = (response: Response) => async () => {
      const { status, ok, headers } = response;
      return { status, ok, headers, arrayBuffer: () => response.arrayBuffer() } as Response;
    };
    expect((await create([withoutStreams(json(created))])).settled).toEqual(created);
    const { settled } = await create([withoutStreams(json(created))], { maxResponseBytes: 9 });
    expect(settled).toMatchObject({ name: "ResponseError", outcome: "unknown" });
    const fetch = withoutStreams(new Response(null, { status: 204 }));
    expect(await createHttpClient({ apiKey: "key", fetch }).GET("/labels")).toHaveProperty("response.status", 204);
  });
});

describe("the connection of a create", () => {
  it("is not shared in Deno, where later creates share the client; that of a PUT is not kept in Bun", async () => {
    const createClientOfDeno = vi.fn((options: object) => ({ options }));
    const fetch = vi.fn(async (_url: string, _init: RequestInit) => json(created));
    vi.stubGlobal("Deno", { createHttpClient: createClientOfDeno });
    vi.stubGlobal("fetch", fetch);
    const client = createClient({ apiKey: "key" });
    await client.createTestRun(input);
    await client.updateTestRun({ ...input, test_run_id: "r" });
    await createHttpClient({ apiKey: "key" }).GET("/labels");
    const own = vi.fn(async (_url: string, _init: RequestInit) => json(created));
    await createClient({ apiKey: "key", fetch: own }).createTestRun(input);
    expect(own.mock.calls[0]?.[1]).not.toHaveProperty("client");
    const options = { poolMaxIdlePerHost: 0, http2: false };
    expect(createClientOfDeno.mock.calls).toEqual([[options]]);
    const inits = fetch.mock.calls.map(([, init]) => init);
    expect(inits).toMatchObject([{ client: { options } }, { keepalive: false, client: { options } }, {}]);
    for (const init of [inits[0], inits[2]]) expect(init).not.toHaveProperty("keepalive");
    expect(inits[2]).not.toHaveProperty("client");
  });

  it("is shared in Node", async () => {
    /** The client's port of each request, which identifies the connection. */
    const connections: (number | undefined)[] = [];
    const server = createServer((request, response) => {
      connections.push(request.socket.remotePort);
      request.resume();
      response.end(JSON.stringify(created));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const client = createClient({
      apiKey: "key",
      baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    });
    for (let creates = 0; creates < 3; creates++) await client.createTestRun(input);
    server.close();
    expect(connections).toHaveLength(3);
    // Node may open a second connection while the first is still busy.
    expect(new Set(connections).size).toBeLessThan(3);
  });
});
