import { describe, expect, it, vi } from "vitest";
import { createHttpClient } from "../src/http/index.js";
import { ConnectionError, createClient, InputError } from "../src/index.js";
import { methodOf } from "./described-method.js";
import { created, input, json, stubService } from "./stub-service.js";

const unsentFields = { operation: undefined, method: "POST", path: "/", url: undefined, attempts: 0 };
const noAddress = () =>
  new TypeError("fetch failed", {
    cause: Object.assign(new Error("getaddrinfo"), {
      code: "ENOTFOUND",
      syscall: "getaddrinfo",
      hostname: "arcus.testsigma.com",
    }),
  });

describe("what the caller's fetch throws", () => {
  const thrown: [what: string, error: unknown][] = [
    ["an InputError of the same package", new InputError("no", { ...unsentFields, outcome: "not-sent" })],
    [
      "a ConnectionError that says not-sent, because of another request",
      new ConnectionError("no", { ...unsentFields, outcome: "not-sent", cause: noAddress() }),
    ],
    ["a text", "lost"],
    ["nothing", undefined],
    ["a symbol", Symbol("lost")],
    [
      "an object that cannot be read",
      new Proxy(
        {},
        {
          get: () => {
            throw new Error("trap");
          },
        },
      ),
    ],
  ];
  it.each(thrown)("never proves that nothing was sent: %s", async (_what, error) => {
    const fetch = vi.fn(() => Promise.reject(error));
    const call = createClient({ apiKey: "key", fetch }).createTestRun(input);
    await expect(call).rejects.toMatchObject({ name: "ConnectionError", outcome: "unknown", attempts: 1 });
    expect(fetch).toHaveBeenCalledOnce();
  });

  it("may come from a client of its own", async () => {
    const inner = createClient({ apiKey: "key", maxRetries: 0, fetch: stubService(noAddress()).fetch });
    const fetch = vi.fn(async () => json(await inner.createTestRun(input)));
    const call = createClient({ apiKey: "key", fetch }).createTestRun(input);
    await expect(call).rejects.toMatchObject({ outcome: "unknown", attempts: 1 });
    expect(fetch).toHaveBeenCalledOnce();
  });
});

describe("the body of a failure", () => {
  const nested = "[".repeat(100_000) + "]".repeat(100_000);
  it.each([
    ["a message that is an object", '{"message":{"toString":1},"errors":{"details":[]}}'],
    ["100,000 levels", `{"message":"no","errors":${nested}}`],
    ["a __proto__", '{"__proto__":{"message":"rate limit exceeded"}}'],
    ["null", "null"],
  ])("with %s makes no other failure of it", async (_what, body) => {
    const { fetch } = stubService(new Response(body, { status: 400 }));
    const call = createClient({ apiKey: "a-key-of-the-mock", fetch }).createTestRun(input);
    await expect(call).rejects.toMatchObject({ name: "ValidationError", status: 400, outcome: "rejected" });
  });

  it("does not keep a rate limit from being waited out", async () => {
    const body = `{"message":"rate limit exceeded","errors":${nested}}`;
    const service = stubService(new Response(body, { status: 500, headers: { "retry-after": "0" } }), json(created));
    await expect(createClient({ apiKey: "e", fetch: service.fetch }).createTestRun(input)).resolves.toEqual(created);
  });

  it("may be as deep as it likes in a success, which was executed", async () => {
    const body = `{"message":"","data":{"test_run":{"id":"1","added":${nested}}}}`;
    const result = await createClient({ apiKey: "key", fetch: stubService(new Response(body)).fetch }).createTestRun(
      input,
    );
    expect(result).toHaveProperty("data.test_run.id", "1");
  });
});

describe("a port that fetch blocks", () => {
  it("proves nothing, because the error does not name it", async () => {
    const client = createClient({ apiKey: "key", maxRetries: 0, baseUrl: "http://127.0.0.1:6000" });
    await expect(client.createTestRun(input)).rejects.toMatchObject({
      outcome: "unknown",
      message: expect.stringContaining("createTestRun: bad port. It may have been executed"),
    });
  });
});

describe("a signal", () => {
  it("aborted in the same tick lets nothing be sent", async () => {
    const service = stubService(json(created));
    const controller = new AbortController();
    const call = createClient({ apiKey: "key", fetch: service.fetch }).createTestRun(input, {
      signal: controller.signal,
    });
    controller.abort("changed my mind");
    await expect(call).rejects.toBe("changed my mind");
    expect(service.requests).toHaveLength(0);
  });

  it("has one listener, however many calls share it", async () => {
    const { signal } = new AbortController();
    const addEventListener = vi.spyOn(signal, "addEventListener");
    const client = createClient({ apiKey: "key", fetch: stubService(json(created)).fetch });
    await Promise.all(Array.from({ length: 50 }, () => client.createTestRun(input, { signal })));
    expect(new Set(addEventListener.mock.calls.map(([, listener]) => listener)).size).toBe(1);
  });
});

describe("a signal that several calls share", () => {
  it("ends each of them", async () => {
    const controller = new AbortController();
    const client = createClient({ apiKey: "key", fetch: () => new Promise(() => {}) });
    const calls = [1, 2, 3].map(() => client.createTestRun(input, { signal: controller.signal }));
    controller.abort("enough");
    expect(await Promise.allSettled(calls)).toEqual(Array(3).fill({ status: "rejected", reason: "enough" }));
  });

  it("ends those that go on, after one of them succeeded", async () => {
    const controller = new AbortController();
    const service = stubService(json(created), () => new Promise<Response>(() => {}));
    const client = createClient({ apiKey: "key", fetch: service.fetch });
    const { signal } = controller;
    const calls = [client.createTestRun(input, { signal }), client.createTestRun(input, { signal })];
    await calls[0];
    controller.abort("enough");
    await expect(calls[1]).rejects.toBe("enough");
  });
});

describe("a DELETE", () => {
  it("that finds nothing says that an earlier attempt may have deleted it", async () => {
    const { call } = methodOf({ operation: {} }, new TypeError("Failed to fetch"), json({ message: "Not found" }, 404));
    await expect(call({ id: "7" })).rejects.toMatchObject({
      name: "NotFoundError",
      attempts: 2,
      outcome: "unknown",
      message:
        "testedOperation: 404: Not found. An earlier attempt may have been executed. (DELETE https://example.com/v1/runs/7)",
    });
  });
});

describe("a response after the time-out", () => {
  it("is cancelled, and not read", async () => {
    let respond = (_response: Response) => {};
    const late = new Promise<Response>((resolve) => (respond = resolve));
    const call = createClient({ apiKey: "key", fetch: () => late, timeout: 1 }).createTestRun(input);
    await expect(call).rejects.toMatchObject({ name: "TimeoutError" });
    const cancel = vi.fn();
    respond(new Response(new ReadableStream({ cancel })));
    await vi.waitFor(() => expect(cancel).toHaveBeenCalledOnce());
  });

  it("is not read on, even if fetch ignores its signal", async () => {
    const cancel = vi.fn();
    const endless = new ReadableStream({ pull: () => new Promise(() => {}), cancel });
    const call = createClient({ apiKey: "key", fetch: async () => new Response(endless), timeout: 5 }).createTestRun(
      input,
    );
    await expect(call).rejects.toMatchObject({ name: "TimeoutError" });
    expect(cancel).toHaveBeenCalledOnce();
  });
});

describe("a signal of another kind, as jsdom has it", () => {
  it("is not passed to fetch, which would throw, and ends the call all the same", async () => {
    class OtherController {
      readonly signal = Object.assign(new EventTarget(), { aborted: false, throwIfAborted: () => {} });
      abort() {}
    }
    vi.stubGlobal("AbortController", OtherController);
    const fetch = vi.fn((_url: string, _init: RequestInit) => new Promise<Response>(() => {}));
    const call = createClient({ apiKey: "key", fetch, timeout: 1 }).createTestRun(input);
    await expect(call).rejects.toMatchObject({ name: "TimeoutError" });
    expect(fetch.mock.calls[0]?.[1]).not.toHaveProperty("signal");
    vi.unstubAllGlobals();
  });
});

describe("a fetch without streams", () => {
  const withoutStreams = (response: Response) => async () => {
    const { status, ok, headers } = response;
    return { status, ok, headers, arrayBuffer: () => response.arrayBuffer() } as Response;
  };

  it("is read whole", async () => {
    const fetch = withoutStreams(json(created));
    await expect(createClient({ apiKey: "key", fetch }).createTestRun(input)).resolves.toEqual(created);
  });

  it("may respond without a body", async () => {
    const http = createHttpClient({ apiKey: "key", fetch: withoutStreams(new Response(null, { status: 204 })) });
    await expect(http.GET("/labels")).resolves.toMatchObject({ response: { status: 204 } });
  });
});
