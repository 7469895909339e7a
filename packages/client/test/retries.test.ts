import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createHttpClient } from "../src/http/index.js";
import { createClient, type RetryNotice } from "../src/index.js";
import { methodOf } from "./described-method.js";
import { created, input, json, redirect, stubService, url } from "./stub-service.js";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Calls with the clock running as fast as it can. */
async function call(service: ReturnType<typeof stubService>, options: Parameters<typeof createClient>[0] = {}) {
  const notices: RetryNotice[] = [];
  const client = createClient({
    apiKey: "key",
    fetch: service.fetch,
    onRetry: (notice) => notices.push(notice),
    ...options,
  });
  const settled = client.createTestRun(input).then(
    (result) => ({ result, error: undefined }),
    (error: unknown) => ({ result: undefined, error }),
  );
  await vi.runAllTimersAsync();
  return { ...(await settled), notices };
}

const rateLimited = (headers = {}) => json({ message: "rate limit exceeded" }, 500, headers);
const noAddress = () =>
  new TypeError("fetch failed", {
    cause: Object.assign(new Error("getaddrinfo"), {
      code: "ENOTFOUND",
      syscall: "getaddrinfo",
      hostname: "arcus.testsigma.com",
    }),
  });

describe("a create", () => {
  it("is sent again after the service's rate limit, and tells the log", async () => {
    const service = stubService(rateLimited(), json(created));
    const { result, notices } = await call(service);
    expect(result).toEqual(created);
    expect(service.requests).toHaveLength(2);
    expect(notices).toEqual([
      {
        attempt: 1,
        reason: `createTestRun: 500: rate limit exceeded (POST ${url})`,
        waitMs: expect.any(Number),
      },
    ]);
  });

  it("gives up after maxRetries further attempts", async () => {
    const service = stubService(rateLimited());
    const { error } = await call(service);
    expect(error).toMatchObject({ name: "RateLimitError", attempts: 3, outcome: "rejected" });
    expect(service.requests).toHaveLength(3);
  });

  it("waits between 0 and 500 ms, then 0 and 1000 ms, up to 8000 ms", async () => {
    vi.spyOn(Math, "random").mockReturnValue(1);
    const { notices } = await call(stubService(rateLimited()), { maxRetries: 6 });
    expect(notices.map(({ waitMs }) => waitMs)).toEqual([500, 1000, 2000, 4000, 8000, 8000]);
    vi.restoreAllMocks();
  });

  it("waits whole milliseconds, which a log can print", async () => {
    vi.spyOn(Math, "random").mockReturnValue(1 / 3);
    const { notices } = await call(stubService(rateLimited()));
    expect(notices.map(({ waitMs }) => waitMs)).toEqual([167, 333]);
    vi.restoreAllMocks();
  });

  it.each([
    ["seconds", () => "7", 7000],
    ["a whole minute", () => "60", 60_000],
    ["a date", () => new Date(Date.now() + 5000).toUTCString(), 5000],
    ["a date in the past", () => new Date(0).toUTCString(), 0],
  ])("obeys Retry-After as %s", async (_what, value, waitMs) => {
    vi.setSystemTime(new Date("2026-11-23T12:00:00Z"));
    const { result, notices } = await call(stubService(json({}, 429, { "retry-after": value() }), json(created)));
    expect(result).toEqual(created);
    expect(notices.map((notice) => notice.waitMs)).toEqual([waitMs]);
  });

  it("measures Retry-After as a date against the date of the response", async () => {
    vi.setSystemTime(new Date("2026-11-23T12:00:00Z"));
    const headers = { date: "Mon, 23 Nov 2026 09:00:00 GMT", "retry-after": "Mon, 23 Nov 2026 09:00:05 GMT" };
    const { notices } = await call(stubService(json({}, 429, headers), json(created)));
    expect(notices.map((notice) => notice.waitMs)).toEqual([5000]);
  });

  it("fails at once when it should wait longer than a minute, and says how long", async () => {
    const { error, notices } = await call(stubService(json({}, 429, { "retry-after": "3600" })));
    expect(error).toMatchObject({ name: "RateLimitError", retryAfterMs: 3_600_000, attempts: 1 });
    expect(notices).toEqual([]);
  });

  it.each(["-1", "1.5", "soon", ""])("takes the Retry-After %j for none", async (value) => {
    vi.spyOn(Math, "random").mockReturnValue(1);
    const { notices } = await call(stubService(json({}, 429, { "retry-after": value }), json(created)));
    expect(notices.map(({ waitMs }) => waitMs)).toEqual([500]);
    vi.restoreAllMocks();
  });

  it("is sent again when the runtime proves that nothing was sent", async () => {
    const service = stubService(noAddress(), json(created));
    const { result, notices } = await call(service);
    expect(result).toEqual(created);
    expect(notices[0]?.reason).toBe(
      `createTestRun: ENOTFOUND: no address is known for arcus.testsigma.com. Check baseUrl (POST ${url})`,
    );
  });

  it("says that nothing was sent when it never gets through", async () => {
    const { error } = await call(stubService(noAddress()));
    expect(error).toMatchObject({ name: "ConnectionError", outcome: "not-sent", attempts: 3 });
  });

  it.each([
    ["an internal error", () => json({ message: "Internal Server Error" }, 500)],
    ["a 503 with Retry-After", () => json({}, 503, { "retry-after": "1" })],
    ["a lost connection", () => new TypeError("fetch failed", { cause: { code: "ECONNRESET" } })],
    ["a failure that the runtime does not explain", () => new TypeError("Failed to fetch")],
    ["a success without the documented body", () => json({})],
  ])("is never sent again after %s", async (_what, response) => {
    const service = stubService(response(), json(created));
    const { error } = await call(service);
    expect(error).toMatchObject({ outcome: "unknown", attempts: 1 });
    expect(service.requests).toHaveLength(1);
  });

  it("is not stopped by a log that throws", async () => {
    const onRetry = () => {
      throw new Error("disk full");
    };
    const { result } = await call(stubService(rateLimited(), json(created)), { onRetry });
    expect(result).toEqual(created);
  });
});

describe("a request that may be executed twice", () => {
  const get = async (service: ReturnType<typeof stubService>) => {
    const http = createHttpClient({ apiKey: "key", fetch: service.fetch });
    const settled = http.request("get" as never, "/projects" as never).then(
      ({ response }: { response: Response }) => response.status,
      (error: unknown) => error,
    );
    await vi.runAllTimersAsync();
    return settled;
  };

  it("is sent again after a server error or a lost connection", async () => {
    const service = stubService(json({}, 503), new TypeError("Failed to fetch"), json({ message: "" }));
    expect(await get(service)).toBe(200);
    expect(service.requests).toHaveLength(3);
  });

  it("is not sent again after a redirect that says that it may have been processed", async () => {
    const service = stubService(redirect("https://arcus.testsigma.com/", 303), json({ message: "" }));
    expect(await get(service)).toMatchObject({ name: "RedirectError", outcome: "unknown", attempts: 1 });
    expect(service.requests).toHaveLength(1);
  });

  it.each([
    ["GET", 3],
    ["HEAD", 3],
    ["OPTIONS", 3],
    ["PUT", 3],
    ["DELETE", 3],
    ["POST", 1],
    ["PATCH", 1],
  ])("is one with the method %s: sent %i times", async (method, times) => {
    const service = stubService(json({}, 503));
    const http = createHttpClient({ apiKey: "key", fetch: service.fetch });
    void http.request(method as never, "/projects" as never);
    await vi.runAllTimersAsync();
    expect(service.requests).toHaveLength(times);
  });

  it("that only reads carries no warning of an earlier attempt", async () => {
    const { call } = methodOf({ at: "get /runs", operation: {} }, json({}, 503), json({}, 404));
    const message = call({}).catch((error: Error) => error.message);
    await vi.runAllTimersAsync();
    expect(await message).toBe("testedOperation: 404 (GET https://example.com/v1/runs)");
  });

  it("carries no warning, though its outcome is unknown", async () => {
    const error = await get(stubService(new TypeError("Failed to fetch")));
    expect(error).toHaveProperty(
      "message",
      "listProjects: Failed to fetch (GET https://arcus.testsigma.com/api/v1/projects)",
    );
  });

  it("stays of unknown outcome when a later attempt was not even sent", async () => {
    const service = stubService(new TypeError("Failed to fetch"), noAddress());
    expect(await get(service)).toMatchObject({ name: "ConnectionError", outcome: "unknown", attempts: 3 });
  });
});
