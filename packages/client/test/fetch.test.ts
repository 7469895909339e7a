import { describe, expect, it } from "vitest";
import { createFetch } from "../src/http/index.js";
import { created, input, json, stubService, url } from "./stub-service.js";

const apiKey = "eyJhbGciOiJIUzI1NiJ9.invented-for-this-test";
const run = `${url}/7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9`;
const limited = json({ message: "slow down" }, 429, { "retry-after": "0" });

describe("createFetch", () => {
  it("sends with the key, and again after the rate limit, with the same body", async () => {
    const service = stubService(limited, json(created));
    const fetch = createFetch({ apiKey, fetch: service.fetch });
    const response = await fetch(url, { method: "POST", body: JSON.stringify(input) });
    expect(await response.json()).toEqual(created);
    expect(service.requests.map(({ headers }) => headers.get("authorization"))).toEqual(
      Array(2).fill(`Bearer ${apiKey}`),
    );
    expect(new TextDecoder().decode(service.requests[1]?.body as ArrayBuffer)).toBe(JSON.stringify(input));
  });

  it.each([
    ["a Request", new Request(url, { method: "POST", body: "{}" })],
    ["a URL", new URL(url)],
    ["a text", url],
  ])("takes %s", async (_what, target) => {
    const service = stubService(json(created));
    await createFetch({ apiKey, fetch: service.fetch })(target);
    expect(service.requests[0]?.url).toBe(url);
  });

  it("knows the operation: a PUT that is not repeatable is not repeated, another one is", async () => {
    for (const [target, operation, sent] of [
      [run, "updateTestRun", 1],
      [run.replace("test_runs", "test_plans"), "updateTestPlan", 2],
      ["https://arcus.testsigma.com/elsewhere", undefined, 2],
    ] as const) {
      const service = stubService(json({}, 503), json(created));
      const reports: unknown[] = [];
      const options = { apiKey, fetch: service.fetch, onAttempt: (report: unknown) => reports.push(report) };
      await createFetch(options)(target, { method: "PUT", body: "{}" });
      expect(service.requests).toHaveLength(sent);
      expect(reports[0]).toMatchObject({ operation });
    }
  });

  it("hides the key that a failure repeats, in body and headers", async () => {
    const echo = () => json({ message: `bad ${apiKey}` }, 401, { "x-echo": apiKey });
    const response = await createFetch({ apiKey, fetch: stubService(echo).fetch })(url);
    expect(await response.json()).toEqual({ message: "bad [API key]" });
    expect(response.headers.get("x-echo")).toBe("[API key]");
  });

  it("rejects what it cannot send, and sends nothing", async () => {
    const used = new Request(url, { method: "POST", body: "{}" });
    await used.text();
    const failing = new ReadableStream({ pull: (controller) => controller.error(new Error("disk gone")) });
    const streaming = { method: "POST", body: failing, duplex: "half" } as RequestInit;
    for (const [target, init, message] of [
      [used, undefined, /used|unusable|disturbed/i],
      [url, streaming, "disk gone"],
      ["/runs", undefined, /URL/],
      ["https://example.com/", undefined, "https://example.com: not in trustedHosts"],
      [url, { headers: { authorization: "Bearer own" } }, "header Authorization: give the key as the option apiKey"],
    ] as const) {
      const service = stubService(json(created));
      const call = createFetch({ apiKey, fetch: service.fetch })(target, init);
      await expect(call).rejects.toMatchObject({ name: "InputError", outcome: "not-sent" });
      await expect(call).rejects.toThrow(message);
      expect(service.requests).toEqual([]);
    }
  });

  it("gives up a body that never ends, by its time limit or signal", async () => {
    const endless = () => new ReadableStream({ pull: () => new Promise(() => {}) });
    const fetch = createFetch({ apiKey, fetch: stubService(json(created)).fetch });
    const post = (init: RequestInit & { timeout?: number }) =>
      fetch(url, { method: "POST", body: endless(), duplex: "half", ...init } as RequestInit);
    await expect(post({ timeout: 5 })).rejects.toMatchObject({ name: "TimeoutError", outcome: "not-sent" });
    const controller = new AbortController();
    const call = post({ signal: controller.signal });
    controller.abort("enough");
    await expect(call).rejects.toBe("enough");
  });

  it("holds the time limit and the signal to the end of the response", async () => {
    const stalling = () => new Response(new ReadableStream({ pull: () => new Promise(() => {}) }));
    const fetch = createFetch({ apiKey, fetch: stubService(stalling).fetch, maxRetries: 0 });
    await expect(fetch(url, { timeout: 5 })).rejects.toMatchObject({ name: "TimeoutError", outcome: "unknown" });
    const controller = new AbortController();
    const call = fetch(url, { signal: controller.signal });
    setTimeout(() => controller.abort("enough"), 5);
    await expect(call).rejects.toBe("enough");
  });
});
