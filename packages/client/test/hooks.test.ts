import { describe, expect, it, vi } from "vitest";
import type { AttemptNotice, AttemptReport, CallOptions, ResponseInfo } from "../src/index.js";
import {
  clientOf,
  create,
  created,
  input,
  json,
  limited,
  moved,
  never,
  redirect,
  type StubResponse,
  throws,
  url,
} from "./stub-service.js";

describe("onResponse", () => {
  it("is called with the response of a success", async () => {
    const responses: ResponseInfo[] = [];
    const onResponse = (response: ResponseInfo) => responses.push(response);
    const success = json(created, 201, { "x-request-id": "r-1", "x-a": "b" });
    await create([redirect(moved), success], {}, { onResponse });
    expect(responses).toMatchObject([{ status: 201, requestId: "r-1", url: moved }]);
    expect(responses[0]?.headers.get("x-a")).toBe("b");
  });

  it("is not called for a failure, whose error has all of it", async () => {
    const onResponse = vi.fn();
    expect((await create([json({}, 404)], {}, { onResponse })).settled).toMatchObject({ status: 404 });
    expect(onResponse).not.toHaveBeenCalled();
  });
});

describe("onAttempt", () => {
  async function reportsOf(responses: StubResponse[], options: CallOptions = {}) {
    const reports: AttemptReport[] = [];
    await create(responses, { onAttempt: (report) => reports.push(report) }, options);
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
    const notices: unknown[] = [];
    const beforeAttempt = async ({ signal, ...notice }: AttemptNotice) => {
      notices.push(notice, requests.length);
      await new Promise((resolve) => setTimeout(resolve, 5));
    };
    const { client, requests } = clientOf([limited, json(created)], { beforeAttempt, timeout: 4 });
    await expect(client.createTestRun(input)).resolves.toEqual(created);
    const call = { operation: "createTestRun", method: "POST", path: "/projects/{project_id}/test_runs" };
    expect(notices).toEqual([{ ...call, attempt: 1 }, 0, { ...call, attempt: 2 }, 1]);
  });

  it("sends nothing if it fails, and says why", async () => {
    const beforeAttempt = () => Promise.reject(new Error("the queue is closed"));
    const { settled, requests } = await create([json(created)], { beforeAttempt, maxRetries: 0 });
    expect(settled).toMatchObject({
      name: "InputError",
      outcome: "not-sent",
      message: `createTestRun: option beforeAttempt: the function failed: the queue is closed (POST ${url})`,
    });
    expect(requests).toEqual([]);
  });

  it("that never settles ends with the signal or the total time limit, and nothing was sent", async () => {
    const controller = new AbortController();
    const aborted = create([json(created)], { beforeAttempt: never }, { signal: controller.signal });
    controller.abort("enough");
    expect(await aborted).toEqual({ settled: "enough", requests: [] });
    expect(await create([json(created)], { beforeAttempt: never }, { totalTimeout: 5 })).toMatchObject({
      settled: { name: "TimeoutError", outcome: "not-sent" },
      requests: [],
    });
  });
});

it("a hook that throws or rejects fails no call", async () => {
  const fail = throws(new Error("disk full"));
  for (const hook of [fail, async () => fail()]) {
    const options = { onRetry: hook, onAttempt: hook };
    expect((await create([limited, json(created)], options, { onResponse: hook })).settled).toEqual(created);
  }
});
