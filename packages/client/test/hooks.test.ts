import { describe, expect, it } from "vitest";
import { type AttemptNotice, type AttemptReport, createClient, type ResponseInfo } from "../src/index.js";
import { created, input, json, redirect, stubService, url } from "./stub-service.js";

const moved = url.replace("arcus", "arcus-eu");

describe("onResponse", () => {
  it("is called with the response of a success", async () => {
    const responses: ResponseInfo[] = [];
    const service = stubService(redirect(moved), json(created, 201, { "x-request-id": "r-1", "x-a": "b" }));
    const client = createClient({ apiKey: "key", fetch: service.fetch });
    await client.createTestRun(input, { onResponse: (response) => responses.push(response) });
    expect(responses).toMatchObject([{ status: 201, requestId: "r-1", url: moved }]);
    expect(responses[0]?.headers.get("x-a")).toBe("b");
  });

  it("is not called for a failure, whose error has all of it", async () => {
    const client = createClient({ apiKey: "key", fetch: stubService(json({}, 404)).fetch });
    const onResponse = () => expect.fail("it was called");
    await expect(client.createTestRun(input, { onResponse })).rejects.toMatchObject({ status: 404 });
  });
});

describe("onAttempt", () => {
  async function reportsOf(responses: Parameters<typeof stubService>, options = {}) {
    const reports: AttemptReport[] = [];
    const service = stubService(...responses);
    const onAttempt = (report: AttemptReport) => reports.push(report);
    const client = createClient({ apiKey: "key", fetch: service.fetch, onAttempt });
    await client.createTestRun(input, options).catch(() => {});
    return reports;
  }

  it("is called after every attempt, with what a log or a trace needs", async () => {
    const rateLimited = json({ message: "rate limit exceeded" }, 500, { "retry-after": "0", "x-request-id": "r-1" });
    expect(await reportsOf([rateLimited, json(created)])).toEqual([
      {
        operation: "createTestRun",
        method: "POST",
        path: "/projects/{project_id}/test_runs",
        url,
        attempt: 1,
        startedAt: expect.any(Number),
        durationMs: expect.any(Number),
        status: 500,
        requestId: "r-1",
        error: expect.objectContaining({ name: "RateLimitError", attempts: 1 }),
      },
      expect.objectContaining({ attempt: 2, status: 200, requestId: undefined, error: undefined }),
    ]);
  });

  it("is called once, when the signal is aborted before another attempt", async () => {
    const controller = new AbortController();
    const later = json({}, 429, { "retry-after": "50" });
    setTimeout(() => controller.abort("enough"), 5);
    expect(await reportsOf([later], { signal: controller.signal })).toMatchObject([
      { attempt: 1, error: { name: "RateLimitError" } },
    ]);
  });

  it("is called for a lost connection and an aborted signal", async () => {
    expect(await reportsOf([new TypeError("Failed to fetch")])).toMatchObject([
      { status: undefined, error: { name: "ConnectionError" } },
    ]);
    expect(await reportsOf([json(created)], { signal: AbortSignal.abort("enough") })).toMatchObject([
      { error: "enough" },
    ]);
  });
});

describe("beforeAttempt", () => {
  it("is called and awaited before each attempt, whose duration does not include its wait", async () => {
    const calls: unknown[] = [];
    const service = stubService(json({}, 429, { "retry-after": "0" }), json(created));
    const beforeAttempt = async ({ signal, ...notice }: AttemptNotice) => {
      calls.push(notice, service.requests.length);
      await new Promise((resolve) => setTimeout(resolve, 5));
    };
    const client = createClient({ apiKey: "key", fetch: service.fetch, beforeAttempt, timeout: 4 });
    await expect(client.createTestRun(input)).resolves.toEqual(created);
    const call = { operation: "createTestRun", method: "POST", path: "/projects/{project_id}/test_runs" };
    expect(calls).toEqual([{ ...call, attempt: 1 }, 0, { ...call, attempt: 2 }, 1]);
  });

  it("sends nothing if it fails, and says why", async () => {
    const service = stubService(json(created));
    const beforeAttempt = () => Promise.reject(new Error("the queue is closed"));
    const client = createClient({ apiKey: "key", fetch: service.fetch, beforeAttempt, maxRetries: 0 });
    await expect(client.createTestRun(input)).rejects.toMatchObject({
      name: "InputError",
      outcome: "not-sent",
      message: `createTestRun: option beforeAttempt: the function failed: the queue is closed (POST ${url})`,
    });
    expect(service.requests).toEqual([]);
  });

  it("that never settles ends with the signal or the total time limit, and nothing was sent", async () => {
    const service = stubService(json(created));
    const client = createClient({ apiKey: "key", fetch: service.fetch, beforeAttempt: () => new Promise(() => {}) });
    const controller = new AbortController();
    const call = client.createTestRun(input, { signal: controller.signal });
    controller.abort("enough");
    await expect(call).rejects.toBe("enough");
    await expect(client.createTestRun(input, { totalTimeout: 5 })).rejects.toMatchObject({
      name: "TimeoutError",
      outcome: "not-sent",
    });
    expect(service.requests).toEqual([]);
  });
});

describe("a hook", () => {
  it("that throws or rejects fails no call", async () => {
    const fail = () => {
      throw new Error("disk full");
    };
    const reject = async () => fail();
    for (const hook of [fail, reject]) {
      const service = stubService(json({}, 429, { "retry-after": "0" }), json(created));
      const client = createClient({ apiKey: "key", fetch: service.fetch, onRetry: hook, onAttempt: hook });
      await expect(client.createTestRun(input, { onResponse: hook })).resolves.toEqual(created);
    }
  });
});
