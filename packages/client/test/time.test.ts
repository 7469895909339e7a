import { getEventListeners } from "node:events";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createFetch } from "../src/http.js";
import type { AttemptReport, CallOptions, ClientOptions } from "../src/index.js";
import { clientOf, create, created, input, json, never, type StubResponse, stalling, url } from "./stub-service.js";

beforeEach(() => {
  vi.useFakeTimers();
  // No jitter.
  vi.spyOn(Math, "random").mockReturnValue(0);
});
afterEach(() => vi.useRealTimers());

/** Creates a run, and lets this time pass. */
async function createWithin(ms: number, responses: StubResponse[], options?: ClientOptions, call?: CallOptions) {
  const settled = create(responses, options, call);
  await vi.advanceTimersByTimeAsync(ms);
  return settled;
}

const limited = json({}, 429, { "retry-after": "1" });

describe("timeout", () => {
  it.each([
    ["headers that never come", never],
    ["a body that never ends", () => stalling()],
  ])("ends an attempt with %s, even if fetch ignores its signal", async (_what, response) => {
    const { settled } = await createWithin(1000, [response], { timeout: 1000 });
    expect(settled).toMatchObject({ name: "TimeoutError", outcome: "unknown", attempts: 1 });
  });

  it("is 30 seconds by default, and off at 0, for one call or all", async () => {
    const onSettled = vi.fn();
    const call = create([never]).then(onSettled);
    await vi.advanceTimersByTimeAsync(29_999);
    expect(onSettled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await call;
    const message = expect.stringContaining("no response within 30000 ms");
    expect(onSettled).toHaveBeenCalledWith(expect.objectContaining({ settled: expect.objectContaining({ message }) }));
    void create([never], {}, { timeout: 0 });
    void create([never], { timeout: 0 });
    await vi.advanceTimersByTimeAsync(0);
    expect(vi.getTimerCount()).toBe(0);

    const init = { method: "POST", body: new ReadableStream({ pull: never }), duplex: "half", timeout: 0 } as const;
    const onStopped = vi.fn();
    createFetch({ apiKey: "key" })(url, init).finally(onStopped);
    await vi.advanceTimersByTimeAsync(1000);
    expect(onStopped).not.toHaveBeenCalled();
  });

  it("covers a key function; nothing is sent then or afterwards, even if fetch ignores its signal", async () => {
    let giveKey = (_key: string) => {};
    const apiKey = () => new Promise<string>((resolve) => (giveKey = resolve));
    const { settled, requests } = await createWithin(10, [json(created)], { apiKey, timeout: 10, maxRetries: 0 });
    expect(settled).toMatchObject({ name: "TimeoutError", outcome: "not-sent" });
    giveKey("late");
    await vi.advanceTimersByTimeAsync(10);
    expect(requests).toEqual([]);
  });

  it("aborts the request, for a reason that a tracer can write as text", async () => {
    const reasons: string[] = [];
    const fetch = (_url: string, { signal }: RequestInit) => {
      signal?.addEventListener("abort", () => reasons.push(`${signal.reason}`));
      return never();
    };
    await createWithin(5, [], { fetch, timeout: 5 });
    expect(reasons).toEqual([expect.stringContaining("AbortError")]);
  });

  it.each([
    [400, "ValidationError", "rejected"],
    [503, "ServerError", "unknown"],
  ])("during the body of a %i is a %s, %s: its status tells enough", async (status, name, outcome) => {
    const { settled } = await createWithin(10, [() => stalling(status)], { timeout: 10, maxRetries: 0 });
    expect(settled).toMatchObject({ name, outcome, status, body: undefined });
  });

  it("cancels a response that comes too late, or whose body does not end", async () => {
    const cancel = vi.fn();
    const endless = () => new Response(new ReadableStream({ pull: never, cancel }));
    await createWithin(1, [endless], { timeout: 1 });
    expect(cancel).toHaveBeenCalledTimes(1);
    let respond = (_response: Response) => {};
    const fetch = () => new Promise<Response>((resolve) => (respond = resolve));
    await createWithin(1, [], { fetch, timeout: 1 });
    respond(endless());
    await vi.waitFor(() => expect(cancel).toHaveBeenCalledTimes(2));
  });
});

describe("totalTimeout", () => {
  it("starts no attempt whose wait would exceed the limit", async () => {
    const { settled } = await createWithin(2000, [limited], { totalTimeout: 2500, maxRetries: 9 });
    expect(settled).toMatchObject({ name: "RateLimitError", attempts: 3, outcome: "rejected" });
    expect(vi.getTimerCount()).toBe(0);
  });

  it("shortens the last attempt", async () => {
    const { settled } = await createWithin(1500, [limited, never], {}, { totalTimeout: 1500 });
    expect(settled).toMatchObject({
      name: "TimeoutError",
      attempts: 2,
      outcome: "unknown",
      message: expect.stringContaining("no response within 500 ms"),
    });
  });
});

it("an attempt has a start and a duration, which a step of the system clock does not change", async () => {
  const reports: AttemptReport[] = [];
  const respond = async () => {
    await new Promise((resolve) => setTimeout(resolve, 40));
    return json(created);
  };
  const respondAfterStep = () => {
    vi.setSystemTime(Date.now() - 3_600_000);
    return respond();
  };
  const onAttempt = (report: AttemptReport) => reports.push(report);
  vi.advanceTimersByTime(1000);
  const startedAt = Date.now();
  await createWithin(40, [respond], { onAttempt }, { totalTimeout: 1000 });
  await createWithin(40, [respondAfterStep], { onAttempt }, { totalTimeout: 1000 });
  expect(reports).toMatchObject([{ startedAt, durationMs: 40 }, { durationMs: 40 }]);
});

describe("signal", () => {
  it.each([
    ["in flight", never],
    ["while waiting before another attempt", json({}, 429, { "retry-after": "50" })],
  ])("rejects every call at once with its reason, %s", async (_when, response) => {
    const controller = new AbortController();
    const { signal } = controller;
    setTimeout(() => controller.abort("enough"), 10);
    const { client, requests } = clientOf([response]);
    const calls = Promise.allSettled([1, 2, 3].map(() => client.createTestRun(input, { signal })));
    await vi.advanceTimersByTimeAsync(10);
    expect(await calls).toEqual(Array(3).fill({ status: "rejected", reason: "enough" }));
    expect(requests).toHaveLength(3);
  });

  it("ends those that go on, after one of them succeeded", async () => {
    const controller = new AbortController();
    const { client } = clientOf([json(created), never]);
    const { signal } = controller;
    const calls = [client.createTestRun(input, { signal }), client.createTestRun(input, { signal })];
    await calls[0];
    controller.abort("enough");
    await expect(calls[1]).rejects.toBe("enough");
  });

  it("that is aborted already, or in the same tick, lets nothing be sent", async () => {
    const controller = new AbortController();
    const aborted = create([json(created)], {}, { signal: AbortSignal.abort("enough") });
    const call = create([json(created)], {}, { signal: controller.signal });
    controller.abort("enough");
    expect(await Promise.all([aborted, call])).toEqual(Array(2).fill({ settled: "enough", requests: [] }));
  });

  it("has one listener, however many calls share it", async () => {
    const { signal } = new AbortController();
    const addEventListener = vi.spyOn(signal, "addEventListener");
    const { client } = clientOf([json(created)]);
    await Promise.all(Array.from({ length: 50 }, () => client.createTestRun(input, { signal })));
    expect(new Set(addEventListener.mock.calls.map(([, listener]) => listener)).size).toBe(1);
  });

  it.each([
    ["succeeded", json(created)],
    ["failed", json({}, 500)],
    ["was retried and failed", json({}, 429)],
    ["was aborted", never],
  ])("has no listener left after a call that %s, and there is no timer", async (_what, response) => {
    const controller = new AbortController();
    const call = createWithin(20_000, [response], { timeout: 0 }, { signal: controller.signal });
    if (response === never) setTimeout(() => controller.abort(), 10);
    await call;
    expect(vi.getTimerCount()).toBe(0);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });
});
