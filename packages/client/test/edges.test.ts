import { inspect } from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createHttpClient } from "../src/http/index.js";
import { createClient } from "../src/index.js";
import { created, input, json, redirect, stubService } from "./stub-service.js";

const apiKey = "eyJhbGciOiJIUzI1NiJ9.invented-for-this-test";

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a create", () => {
  it("is not sent again for the words of the rate limit under the status of a gateway", async () => {
    const service = stubService(json({ message: "rate limit exceeded" }, 502));
    await expect(createClient({ apiKey, fetch: service.fetch }).createTestRun(input)).rejects.toMatchObject({
      name: "ServerError",
      outcome: "unknown",
    });
    expect(service.requests).toHaveLength(1);
  });

  it("keeps what cut its body off as the cause", async () => {
    const cause = new Error("other side closed");
    const body = () => new ReadableStream({ start: (controller) => controller.error(cause) });
    const { fetch } = stubService(() => new Response(body()));
    await expect(createClient({ apiKey, fetch }).createTestRun(input)).rejects.toMatchObject({ cause });
  });

  it("asks Bun for a connection of its own", async () => {
    const inits: RequestInit[] = [];
    const fetch = async (_url: string, init: RequestInit) => {
      inits.push(init);
      return json(created);
    };
    await createClient({ apiKey, fetch }).createTestRun(input);
    await createHttpClient({ apiKey, fetch }).GET("/labels");
    expect(inits.map(({ keepalive }) => keepalive)).toEqual([false, undefined]);
  });

  it("follows a redirect from http to http on one host, such as that of a mock", async () => {
    const service = stubService(redirect("http://127.0.0.1:4010/v2/runs", 307), json(created));
    const client = createClient({ apiKey, baseUrl: "http://127.0.0.1:4010", fetch: service.fetch });
    await expect(client.createTestRun(input)).resolves.toEqual(created);
    expect(service.requests[1]?.url).toBe("http://127.0.0.1:4010/v2/runs");
  });
});

describe("a create in Deno", () => {
  it("gets a client without a pool, which later ones share", async () => {
    const createHttpClient = vi.fn((options: object) => ({ options }));
    vi.stubGlobal("Deno", { createHttpClient });
    const fetch = vi.fn(async (_url: string, _init: object) => json(created));
    vi.stubGlobal("fetch", fetch);
    const client = createClient({ apiKey });
    await client.createTestRun(input);
    await client.createTestRun(input);
    const options = { poolMaxIdlePerHost: 0, http2: false };
    expect(createHttpClient.mock.calls).toEqual([[options]]);
    expect(fetch.mock.calls.map(([, init]) => init)).toMatchObject([{ client: { options } }, { client: { options } }]);
  });
});

describe("the API key", () => {
  const errorOf = (client: ReturnType<typeof createClient>) =>
    client.createTestRun(input).catch((thrown: unknown) => thrown);

  it("is hidden each time that a message has it", async () => {
    const { fetch } = stubService(json({ message: `${apiKey} is not ${apiKey}` }, 401));
    expect(await errorOf(createClient({ apiKey, fetch }))).toMatchObject({
      message: expect.stringContaining("401: [API key] is not [API key]."),
    });
  });

  it("is hidden from eight characters on", async () => {
    const { fetch } = stubService(json({ message: "no abcdefgh" }, 401));
    expect(await errorOf(createClient({ apiKey: "abcdefgh", fetch }))).toMatchObject({
      message: expect.stringContaining("no [API key]"),
    });
  });

  it("is hidden as the name of a property of a cause", async () => {
    const { fetch } = stubService(new Error("failed", { cause: { [apiKey]: 1 } }));
    expect(inspect(await errorOf(createClient({ apiKey, fetch })), { depth: 20 })).not.toContain(apiKey);
  });
});

describe("http", () => {
  it("throws for a status beyond those that a Response can have", async () => {
    const fetch = async () => ({ status: 999, ok: false, headers: new Headers(), body: null }) as Response;
    await expect(createHttpClient({ apiKey, fetch, maxRetries: 0 }).GET("/labels")).rejects.toMatchObject({
      name: "ServerError",
      status: 999,
    });
  });
});

it("onAttempt gets the duration of the attempt", async () => {
  vi.useFakeTimers();
  const onAttempt = vi.fn();
  const fetch = () => new Promise<Response>((resolve) => setTimeout(() => resolve(json(created)), 40));
  const call = createClient({ apiKey, fetch, onAttempt }).createTestRun(input);
  await vi.advanceTimersByTimeAsync(40);
  await call;
  expect(onAttempt).toHaveBeenCalledWith(expect.objectContaining({ durationMs: 40 }));
});
