import { describe, expect, it } from "vitest";
import { type AttemptReport, createClient, type ResponseInfo } from "../src/index.js";
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
