import { describe, expect, it, vi } from "vitest";
import { createMethods } from "../src/create-client.js";
import { type ClientOptions, createClient } from "../src/index.js";
import { resolveSettings } from "../src/options/settings.js";
import { create, created, input, json, limited, stubService } from "./stub-service.js";

const noKey = "no API key. Set TESTSIGMA_API_KEY (or TESTSIGMA_API_TOKEN), or pass the option apiKey";
const baseUrlRule = "an https: URL (http: on this machine only) without credentials, query or fragment";
const milliseconds = "milliseconds from 0 to 2147483647";
const headersRule = "valid header names and values, as an object, pairs or Headers";
const known =
  "known options: apiKey, baseUrl, fetch, timeout, totalTimeout, maxRetries, headers, trustedHosts, beforeAttempt, onRetry, onAttempt, maxResponseBytes, validation";

const rejected: [options: unknown, message: string][] = [
  [{}, noKey],
  [{ apiKey: "" }, noKey],
  [{ apiKey: "key\n" }, "option apiKey: the key contains a space or a line break; remove it with trim()"],
  [{ apiKey: "Bearer key" }, 'option apiKey: pass the key without the "Bearer " prefix'],
  [{ apiKey: "schlüssel" }, "option apiKey: the key contains characters that a header cannot hold"],
  [{ apiKey: 7 }, "option apiKey: expected a string, got a number"],
  ["key", "options: expected an object, got a string"],
  [AbortSignal.abort(), "options: expected an object, got an AbortSignal"],
  ...["testsigma", "http://testsigma.com", "http://notlocalhost", "https://testsigma.com/?a=b"].map(
    (baseUrl): [unknown, string] => [{ baseUrl }, `option baseUrl: expected ${baseUrlRule}, got "${baseUrl}"`],
  ),
  [{ baseUrl: "x".repeat(101) }, `option baseUrl: expected ${baseUrlRule}, got "${"x".repeat(100)}…"`],
  [{ baseUrl: new URL("https://testsigma.com") }, `option baseUrl: expected ${baseUrlRule}, got a URL`],
  ...[-1, 2 ** 31, Number.NaN, true, [5]].map((timeout): [unknown, string] => [
    { timeout },
    `option timeout: expected ${milliseconds}, got ${Array.isArray(timeout) ? "an Array" : timeout}`,
  ]),
  [{ maxRetries: 1.5 }, "option maxRetries: expected a whole number from 0, got 1.5"],
  [{ maxRetries: "2" }, 'option maxRetries: expected a whole number from 0, got "2"'],
  [{ headers: new Map([["x-a", "b"]]) }, `option headers: expected ${headersRule}, got a Map`],
  [{ headers: { "bad name": "x" } }, `option headers: expected ${headersRule}, got an Object`],
  [{ fetch: {} }, "option fetch: expected a function, got an Object"],
  ...Object.entries({
    '["x.com","x.com/y"]': ["x.com", "x.com/y"],
    "[a bigint]": [1n],
    '"x.com"': "x.com",
    '[".x.com"]': [".x.com"],
    "an Object": { every: () => true },
  }).map(([got, trustedHosts]): [unknown, string] => [
    { trustedHosts },
    `option trustedHosts: expected host names, such as ["example.com"], got ${got}`,
  ]),
  [{ maxResponseBytes: 0 }, "option maxResponseBytes: expected a number of bytes, got 0"],
  [{ validation: {} }, "option validation: expected what validation() returns, got an Object"],
  // Every object has the first two.
  ...["constructor", "__proto__", "retries"].map((name): [unknown, string] => [
    JSON.parse(`{"${name}":1}`),
    `unknown option ${name}; ${known}`,
  ]),
];

describe("createClient", () => {
  it.each(rejected)("rejects %o: %s", (options, message) => {
    vi.stubEnv("TESTSIGMA_API_KEY", message === noKey ? undefined : "key");
    expect(() => createClient(options as ClientOptions)).toThrow(new TypeError(`createClient: ${message}`));
  });

  it.each<ClientOptions>([
    ...["http://localhost", "http://api.localhost:1", "http://127.0.0.1:4010", "http://[::1]:4010"].map((baseUrl) => ({
      baseUrl,
    })),
    { timeout: 2 ** 31 - 1 },
    { headers: new Headers({ "x-a": "b" }) },
  ])("accepts %o", (options) => {
    expect(createClient({ apiKey: "key", ...options })).toHaveProperty("createTestRun");
  });

  it("treats undefined and null options and values as unset", async () => {
    vi.stubEnv("TESTSIGMA_API_KEY", "key");
    expect(createClient(null as never)).toHaveProperty("createTestRun");
    const { fetch, requests } = stubService(json(created));
    const headers = { "x-a": undefined, "x-b": "b" } as never;
    await createClient({ fetch, headers, timeout: undefined, baseUrl: undefined }).createTestRun(input, null as never);
    expect(requests[0]?.headers.has("x-a")).toBe(false);
    expect(requests[0]?.headers.get("x-b")).toBe("b");
  });

  it("accepts a base URL with spaces around it and slashes at its end", async () => {
    const { requests } = await create([json(created)], { baseUrl: " https://example.com/api// " });
    expect(requests[0]?.url).toBe(`https://example.com/api/projects/${input.project_id}/test_runs`);
  });

  it("reads key and base URL from the environment", async () => {
    vi.stubEnv("TESTSIGMA_API_KEY", "key-of-the-environment");
    vi.stubEnv("TESTSIGMA_BASE_URL", "https://arcus-eu.testsigma.com/api/v1/");
    const { fetch, requests } = stubService(json(created));
    await createClient({ fetch }).createTestRun(input);
    expect(requests[0]?.headers.get("authorization")).toBe("Bearer key-of-the-environment");
    expect(requests[0]?.url).toMatch(/^https:\/\/arcus-eu\.testsigma\.com\/api\/v1\/projects\//);
  });

  it("treats an empty variable as unset, then reads TESTSIGMA_API_TOKEN, and names an invalid variable", async () => {
    vi.stubEnv("TESTSIGMA_API_KEY", "");
    expect(() => createClient()).toThrow(noKey);
    vi.stubEnv("TESTSIGMA_API_TOKEN", "token");
    const { fetch, requests } = stubService(json(created));
    await createClient({ fetch }).createTestRun(input);
    expect(requests[0]?.headers.get("authorization")).toBe("Bearer token");
    vi.stubEnv("TESTSIGMA_API_KEY", "key\n");
    expect(() => createClient()).toThrow("createClient: TESTSIGMA_API_KEY: the key contains a space or a line break");
  });

  it("calls a key function before every attempt", async () => {
    const keys = ["first", "second"];
    const { requests } = await create([limited, json(created)], { apiKey: async () => keys.shift() ?? "none" });
    const sent = requests.map(({ headers }) => headers.get("authorization"));
    expect(sent).toEqual(["Bearer first", "Bearer second"]);
  });

  it("does no work for an operation that is not called", async () => {
    const read = vi.fn(() => ({ route: "GET /labels" }));
    const operations = Object.defineProperty({}, "listLabels", { get: read, enumerable: true });
    const { listLabels } = createMethods(operations, resolveSettings({ apiKey: "key" }, "createClient"), vi.fn());
    expect(read).not.toHaveBeenCalled();
    await listLabels?.({});
    expect(read).toHaveBeenCalledOnce();
  });

  it("uses a global fetch that is replaced later", async () => {
    const client = createClient({ apiKey: "key" });
    vi.stubGlobal("fetch", stubService(json(created)).fetch);
    await expect(client.createTestRun(input)).resolves.toEqual(created);
  });
});
