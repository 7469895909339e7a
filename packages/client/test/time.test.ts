import { getEventListeners } from "node:events";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createClient } from "../src/index.js";
import { created, input, json, stubService } from "./stub-service.js";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const never = () => new Promise<Response>(() => {});
const neverEnding = () => new Response(new ReadableStream({ pull: () => new Promise(() => {}) }));
const settled = (call: Promise<unknown>) => call.catch((error: unknown) => error);

describe("timeout", () => {
  it.each([
    ["headers that never come", never],
    ["a body that never ends", neverEnding],
  ])("ends an attempt with %s, even if fetch ignores its signal", async (_what, response) => {
    const client = createClient({ apiKey: "key", fetch: stubService(response).fetch, timeout: 1000 });
    const result = settled(client.createTestRun(input));
    await vi.advanceTimersByTimeAsync(1000);
    expect(await result).toMatchObject({ name: "TimeoutError", outcome: "unknown", attempts: 1 });
  });

  it("is 30 seconds by default", async () => {
    let isSettled = false;
    const client = createClient({ apiKey: "key", fetch: stubService(never).fetch });
    const result = settled(client.createTestRun(input)).then((error) => {
      isSettled = true;
      return error;
    });
    await vi.advanceTimersByTimeAsync(29_999);
    expect(isSettled).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await result).toHaveProperty("message", expect.stringContaining("no response in 30000 ms"));
  });

  it("covers a key function that never settles, and then nothing was sent", async () => {
    const service = stubService(json(created));
    const client = createClient({
      apiKey: () => new Promise(() => {}),
      fetch: service.fetch,
      timeout: 10,
      maxRetries: 0,
    });
    const result = settled(client.createTestRun(input));
    await vi.advanceTimersByTimeAsync(10);
    expect(await result).toMatchObject({ name: "TimeoutError", outcome: "not-sent" });
    expect(service.requests).toHaveLength(0);
  });

  it("lets nothing be sent afterwards, even by a fetch that ignores its signal", async () => {
    let giveKey = (_key: string) => {};
    const apiKey = () => new Promise<string>((resolve) => (giveKey = resolve));
    const service = stubService(json(created));
    const client = createClient({ apiKey, fetch: service.fetch, timeout: 10, maxRetries: 0 });
    const result = settled(client.createTestRun(input));
    await vi.advanceTimersByTimeAsync(10);
    expect(await result).toMatchObject({ outcome: "not-sent" });
    giveKey("late");
    await vi.advanceTimersByTimeAsync(10);
    expect(service.requests).toHaveLength(0);
  });

  it("aborts the request", async () => {
    let aborted: unknown;
    const fetch = (_url: string, { signal }: RequestInit) =>
      new Promise<Response>(() => signal?.addEventListener("abort", () => (aborted = true)));
    const result = settled(createClient({ apiKey: "key", fetch, timeout: 5 }).createTestRun(input));
    await vi.advanceTimersByTimeAsync(5);
    await result;
    expect(aborted).toBe(true);
  });

  it.each([
    [400, "ValidationError", "rejected"],
    [401, "AuthenticationError", "rejected"],
    [404, "NotFoundError", "rejected"],
    [429, "RateLimitError", "rejected"],
    [503, "ServerError", "unknown"],
  ])("during the body of a %i is a %s, %s: its status tells enough", async (status, name, outcome) => {
    const stalling = () => new Response(new ReadableStream({ pull: () => new Promise(() => {}) }), { status });
    const client = createClient({ apiKey: "key", fetch: stubService(stalling).fetch, timeout: 10, maxRetries: 0 });
    const result = settled(client.createTestRun(input));
    await vi.advanceTimersByTimeAsync(10);
    expect(await result).toMatchObject({ name, outcome, status, body: undefined });
  });

  it("is off at 0, for one call or all", async () => {
    const client = createClient({ apiKey: "key", fetch: stubService(never).fetch });
    void client.createTestRun(input, { timeout: 0 });
    await vi.advanceTimersByTimeAsync(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("totalTimeout", () => {
  const limited = json({}, 429, { "retry-after": "1" });

  it("begins no attempt that the wait for it would make too late", async () => {
    const service = stubService(limited);
    const client = createClient({ apiKey: "key", fetch: service.fetch, totalTimeout: 2500, maxRetries: 9 });
    const result = settled(client.createTestRun(input));
    await vi.advanceTimersByTimeAsync(2000);
    expect(await result).toMatchObject({ name: "RateLimitError", attempts: 3, outcome: "rejected" });
    expect(vi.getTimerCount()).toBe(0);
  });

  it("shortens the last attempt", async () => {
    const client = createClient({ apiKey: "key", fetch: stubService(limited, never).fetch });
    const result = settled(client.createTestRun(input, { totalTimeout: 1500 }));
    await vi.advanceTimersByTimeAsync(1500);
    expect(await result).toMatchObject({
      name: "TimeoutError",
      attempts: 2,
      outcome: "unknown",
      message: expect.stringContaining("no response in 500 ms"),
    });
  });
});

it("a step of the system clock changes no duration", async () => {
  const durations: number[] = [];
  const fetch = async () => {
    vi.setSystemTime(Date.now() - 3_600_000);
    return json(created);
  };
  const client = createClient({ apiKey: "key", fetch, onAttempt: ({ durationMs }) => durations.push(durationMs) });
  await client.createTestRun(input, { totalTimeout: 1000 });
  expect(durations).toEqual([0]);
});

describe("signal", () => {
  it("rejects at once with its reason, in flight", async () => {
    const controller = new AbortController();
    const client = createClient({ apiKey: "key", fetch: stubService(never).fetch });
    const result = settled(client.createTestRun(input, { signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(10);
    controller.abort("the job was cancelled");
    expect(await result).toBe("the job was cancelled");
  });

  it("rejects at once with its reason, while waiting before another attempt", async () => {
    const controller = new AbortController();
    const service = stubService(json({}, 429, { "retry-after": "50" }));
    const client = createClient({
      apiKey: "key",
      fetch: service.fetch,
      onRetry: () => setTimeout(() => controller.abort("enough"), 10),
    });
    const result = settled(client.createTestRun(input, { signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(10);
    expect(await result).toBe("enough");
    expect(service.requests).toHaveLength(1);
  });

  it("that is aborted already lets nothing be sent", async () => {
    const service = stubService(json(created));
    const client = createClient({ apiKey: "key", fetch: service.fetch });
    expect(await settled(client.createTestRun(input, { signal: AbortSignal.abort("before") }))).toBe("before");
    expect(service.requests).toHaveLength(0);
  });
});

describe("after a call", () => {
  it.each([
    ["succeeded", json(created)],
    ["failed", json({}, 500)],
    ["was retried and failed", json({}, 429)],
  ])("that %s, no timer and no listener is left", async (_what, response) => {
    const { signal } = new AbortController();
    const client = createClient({ apiKey: "key", fetch: stubService(response).fetch });
    const result = settled(client.createTestRun(input, { signal }));
    await vi.advanceTimersByTimeAsync(20_000);
    await result;
    expect(vi.getTimerCount()).toBe(0);
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  it("that was aborted, no timer and no listener is left", async () => {
    const controller = new AbortController();
    const client = createClient({ apiKey: "key", fetch: stubService(json({}, 429)).fetch });
    const result = settled(client.createTestRun(input, { signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(0);
    controller.abort();
    await result;
    expect(vi.getTimerCount()).toBe(0);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });
});
