import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createHttpClient } from "../src/http.js";
import type { ClientOptions, RetryNotice } from "../src/index.js";
import { methodOf } from "./described-method.js";
import {
  clientOf,
  create,
  created,
  json,
  noAddress,
  redirect,
  type StubResponse,
  stubService,
  url,
} from "./stub-service.js";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Awaits a call with the clock running as fast as it can. */
async function played<Result>(call: Promise<Result>): Promise<Result> {
  const settled = call.catch((error) => error);
  await vi.runAllTimersAsync();
  return settled;
}

/** Creates a run, and collects the notices of its retries. */
async function createWith(responses: StubResponse[], options: ClientOptions = {}) {
  const notices: RetryNotice[] = [];
  const onRetry = (notice: RetryNotice) => notices.push(notice);
  const { settled, requests } = await played(create(responses, { onRetry, ...options }));
  return { settled, requests, notices, waits: notices.map(({ waitMs }) => waitMs) };
}

const rateLimited = json({ message: "rate limit exceeded" }, 500);
const tooMany = (headers: Record<string, string>) => json({}, 429, headers);

describe("a create", () => {
  it("is sent again after the service's rate limit, and tells the log", async () => {
    const { settled, requests, notices } = await createWith([rateLimited, json(created)]);
    expect(settled).toEqual(created);
    expect(requests).toHaveLength(2);
    const reason = `createTestRun: 500: rate limit exceeded (POST ${url})`;
    expect(notices).toEqual([{ attempt: 1, reason, waitMs: expect.any(Number) }]);
  });

  it("gives up after maxRetries further attempts", async () => {
    const { settled, requests } = await createWith([rateLimited]);
    expect(settled).toMatchObject({ name: "RateLimitError", attempts: 3, outcome: "rejected" });
    expect(requests).toHaveLength(3);
  });

  it.each([
    [1, 6, [500, 1000, 2000, 4000, 8000, 8000]],
    [1 / 3, 2, [167, 333]],
  ])("waits %d of 500, 1000 … 8000 ms, in whole milliseconds", async (share, maxRetries, waits) => {
    vi.spyOn(Math, "random").mockReturnValue(share);
    expect(await createWith([rateLimited], { maxRetries })).toMatchObject({ waits });
  });

  const noon = "Mon, 23 Nov 2026 12:00:00 GMT";
  it.each([
    [{ "retry-after": "7" }, 7000],
    [{ "retry-after": "60" }, 60_000],
    [{ "retry-after": "Mon, 23 Nov 2026 12:00:05 GMT" }, 5000],
    [{ "retry-after": "Thu, 01 Jan 1970 00:00:00 GMT" }, 0],
    // The date of the response counts, not that of this machine.
    [{ date: "Mon, 23 Nov 2026 09:00:00 GMT", "retry-after": "Mon, 23 Nov 2026 09:00:05 GMT" }, 5000],
    [{ "retry-after": "0" }, 0],
    // No values of this header: the client waits as without it, for up to 500 ms.
    ...["-1", "1.5", "soon", ""].map((value): [object, number] => [{ "retry-after": value }, 250]),
  ])("obeys %j: waits %i ms, and up to 250 ms more", async (headers, waitMs) => {
    vi.setSystemTime(new Date(noon));
    vi.spyOn(Math, "random").mockReturnValue(1);
    const responses = [tooMany(headers as Record<string, string>), json(created)];
    expect(await createWith(responses)).toMatchObject({ settled: created, waits: [waitMs + 250] });
  });

  it("fails at once when it should wait longer than a minute, and says how long", async () => {
    const { settled, notices } = await createWith([tooMany({ "retry-after": "3600" })]);
    expect(settled).toMatchObject({ name: "RateLimitError", retryAfterMs: 3_600_000, attempts: 1 });
    expect(notices).toEqual([]);
  });

  it("is sent again when the runtime proves that nothing was sent", async () => {
    expect((await createWith([noAddress(), json(created)])).settled).toEqual(created);
    const { settled } = await createWith([noAddress()]);
    expect(settled).toMatchObject({ name: "ConnectionError", outcome: "not-sent", attempts: 3 });
  });

  it.each([
    ["an internal error", json({ message: "Internal Server Error" }, 500)],
    ["a 503 with Retry-After", json({}, 503, { "retry-after": "1" })],
    ["a lost connection", new TypeError("fetch failed", { cause: { code: "ECONNRESET" } })],
    ["a failure that the runtime does not explain", new TypeError("Failed to fetch")],
    ["a success without the documented body", json({})],
  ])("is never sent again after %s", async (_what, response) => {
    const { settled, requests } = await createWith([response, json(created)]);
    expect(settled).toMatchObject({ outcome: "unknown", attempts: 1 });
    expect(requests).toHaveLength(1);
  });
});

describe("a request that may be executed twice", () => {
  const projects = { message: "", data: { projects: [] } };
  const list = (...responses: StubResponse[]) => played<unknown>(clientOf(responses).client.listProjects());

  it("is sent again after a server error or a lost connection", async () => {
    expect(await list(json({}, 503), new TypeError("Failed to fetch"), json(projects))).toEqual(projects);
  });

  it("is not sent again after a redirect that says that it may have been processed", async () => {
    expect(await list(redirect("https://arcus.testsigma.com/", 303), json(projects))).toMatchObject({
      name: "RedirectError",
      outcome: "no-effect",
      attempts: 1,
    });
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
    await played(http.request(method as never, "/projects" as never));
    expect(service.requests).toHaveLength(times);
  });

  it.each([
    ["get", "404: gone", "rejected"],
    ["delete", "404: gone. An earlier attempt may have been executed.", "unknown"],
  ])("says after a first %s that was lost what is known", async (method, said, outcome) => {
    const responses = [new TypeError("Failed to fetch"), json({ message: "gone" }, 404)];
    const { call } = methodOf({ at: `${method} /runs`, operation: {} }, ...responses);
    expect(await played(call({}))).toMatchObject({
      attempts: 2,
      outcome,
      message: `testedOperation: ${said} (${method.toUpperCase()} https://example.com/v1/runs)`,
    });
  });

  it("carries no warning if it only reads, because it has no effect", async () => {
    const message = "listProjects: Failed to fetch (GET https://arcus.testsigma.com/api/v1/projects)";
    const outcome = "no-effect";
    expect(await list(new TypeError("Failed to fetch"))).toMatchObject({ message, outcome });
  });

  it("stays of unknown outcome when a later attempt was not even sent", async () => {
    const { client } = clientOf([new TypeError("Failed to fetch"), noAddress()]);
    const call = client.deleteTestRun({ project_id: "p", test_run_id: "r" });
    expect(await played(call)).toMatchObject({ name: "ConnectionError", outcome: "unknown", attempts: 3 });
  });
});
