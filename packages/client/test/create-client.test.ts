import { afterEach, describe, expect, it, vi } from "vitest";
import { type ClientOptions, createClient } from "../src/index.js";
import { created, input, json, stubService } from "./stub-service.js";

afterEach(() => vi.unstubAllEnvs());

const noKey = "createClient: no API key. Set TESTSIGMA_API_KEY (or TESTSIGMA_API_TOKEN), or pass the option apiKey";
const baseUrlRule = "an https: URL (http: only on this machine) without user, query and hash";

const rejected: [what: string, options: unknown, message: string][] = [
  ["a missing key", {}, noKey],
  ["an empty key", { apiKey: "" }, noKey],
  [
    "a key with a newline",
    { apiKey: "key\n" },
    "createClient: option apiKey: the key contains a space or a line break; remove it, for example with trim()",
  ],
  [
    "a key with Bearer in front",
    { apiKey: "Bearer key" },
    'createClient: option apiKey: give the key alone, without "Bearer " in front',
  ],
  [
    "a key that no header can hold",
    { apiKey: "schlüssel" },
    "createClient: option apiKey: the key contains characters that a header cannot hold",
  ],
  ["a key that is no text", { apiKey: 7 }, "createClient: option apiKey: expected a string, got a number"],
  ["a key in place of the options", "key", "createClient: options: expected an object, got a string"],
  [
    "a signal in place of the options",
    AbortSignal.abort(),
    "createClient: options: expected an object, got an AbortSignal",
  ],
  [
    "a base URL that is none",
    { apiKey: "key", baseUrl: "testsigma" },
    `createClient: option baseUrl: expected ${baseUrlRule}, got "testsigma"`,
  ],
  [
    "plain http outside loopback",
    { apiKey: "key", baseUrl: "http://testsigma.com" },
    `createClient: option baseUrl: expected ${baseUrlRule}, got "http://testsigma.com"`,
  ],
  [
    "plain http to a host that only begins as loopback",
    { apiKey: "key", baseUrl: "http://127.example.com" },
    `createClient: option baseUrl: expected ${baseUrlRule}, got "http://127.example.com"`,
  ],
  [
    "a query in the base URL",
    { apiKey: "key", baseUrl: "https://testsigma.com/?a=b" },
    `createClient: option baseUrl: expected ${baseUrlRule}, got "https://testsigma.com/?a=b"`,
  ],
  [
    "a negative timeout",
    { apiKey: "key", timeout: -1 },
    "createClient: option timeout: expected milliseconds from 0 to 2147483647, got -1",
  ],
  [
    "a timeout that a timer cannot hold",
    { apiKey: "key", timeout: 2 ** 31 },
    "createClient: option timeout: expected milliseconds from 0 to 2147483647, got 2147483648",
  ],
  [
    "a timeout that is no number",
    { apiKey: "key", timeout: Number.NaN },
    "createClient: option timeout: expected milliseconds from 0 to 2147483647, got NaN",
  ],
  [
    "half a retry",
    { apiKey: "key", maxRetries: 1.5 },
    "createClient: option maxRetries: expected a whole number from 0, got 1.5",
  ],
  [
    "a text for a number",
    { apiKey: "key", maxRetries: "2" },
    'createClient: option maxRetries: expected a whole number from 0, got "2"',
  ],
  [
    "headers in a Map",
    { apiKey: "key", headers: new Map([["x-a", "b"]]) },
    "createClient: option headers: expected valid header names and values, as an object, pairs or Headers, got a Map",
  ],
  [
    "a header name that HTTP does not allow",
    { apiKey: "key", headers: { "bad name": "x" } },
    "createClient: option headers: expected valid header names and values, as an object, pairs or Headers, got an Object",
  ],
  [
    "a fetch that is no function",
    { apiKey: "key", fetch: {} },
    "createClient: option fetch: expected a function, got an Object",
  ],
  [
    "a URL object",
    { apiKey: "key", baseUrl: new URL("https://testsigma.com") },
    `createClient: option baseUrl: expected ${baseUrlRule}, got a URL`,
  ],
  ...Object.entries({
    "[1]": [1],
    "[a bigint]": [1n],
    '["https://x.com"]': ["https://x.com"],
    '"x.com"': "x.com",
    '[".x.com"]': [".x.com"],
    "a Set": new Set(["x.com"]),
    "an Object": { every: () => true },
  }).map(([got, trustedHosts]): [string, unknown, string] => [
    `${got} as trusted hosts`,
    { apiKey: "key", trustedHosts },
    `createClient: option trustedHosts: expected host names, such as ["example.com"], got ${got}`,
  ]),
  [
    "a text as a number of bytes",
    { apiKey: "key", maxResponseBytes: "5" },
    'createClient: option maxResponseBytes: expected a number of bytes, got "5"',
  ],
  ...["constructor", "__proto__"].map((name): [string, unknown, string] => [
    `an option that every object has, ${name}`,
    JSON.parse(`{"apiKey":"key","${name}":1}`),
    `createClient: unknown option ${name}, known: apiKey, baseUrl, fetch, timeout, totalTimeout, maxRetries, headers, trustedHosts, beforeAttempt, onRetry, onAttempt, maxResponseBytes, validation`,
  ]),
  [
    "an unknown option",
    { apiKey: "key", retries: 3 },
    "createClient: unknown option retries, known: apiKey, baseUrl, fetch, timeout, totalTimeout, maxRetries, headers, trustedHosts, beforeAttempt, onRetry, onAttempt, maxResponseBytes, validation",
  ],
];

describe("createClient", () => {
  it.each(rejected)("rejects %s", (_what, options, message) => {
    vi.stubEnv("TESTSIGMA_API_KEY", undefined);
    expect(() => createClient(options as ClientOptions)).toThrow(new TypeError(message));
  });

  it("never shows the key that it rejects", () => {
    const messageOf = (options: unknown) => {
      try {
        createClient(options as ClientOptions);
        return "accepted";
      } catch (error) {
        return String(error);
      }
    };
    for (const options of [
      "secret",
      { apiKey: "eyJ secret" },
      { apiKey: "key", headers: { authorization: "secret\nkey" } },
    ]) {
      expect(messageOf(options)).toMatch(/^TypeError: createClient: option/);
      expect(messageOf(options)).not.toContain("secret");
    }
  });

  it("takes undefined and null options and values as not given", async () => {
    vi.stubEnv("TESTSIGMA_API_KEY", "key");
    expect(createClient(null as never)).toHaveProperty("createTestRun");
    const service = stubService(json(created));
    const headers = { "x-a": undefined, "x-b": "b" } as never;
    await createClient({ fetch: service.fetch, headers, timeout: undefined }).createTestRun(input, null as never);
    expect(service.requests[0]?.headers.has("x-a")).toBe(false);
    expect(service.requests[0]?.headers.get("x-b")).toBe("b");
  });

  it("takes a base URL with spaces around it and slashes at its end", async () => {
    const service = stubService(json(created));
    await createClient({ apiKey: "key", fetch: service.fetch, baseUrl: " https://example.com/api// " }).createTestRun(
      input,
    );
    expect(service.requests[0]?.url).toBe(`https://example.com/api/projects/${input.project_id}/test_runs`);
  });

  it("takes key and base URL from the environment", async () => {
    vi.stubEnv("TESTSIGMA_API_KEY", "key-of-the-environment");
    vi.stubEnv("TESTSIGMA_BASE_URL", "https://arcus-eu.testsigma.com/api/v1/");
    const service = stubService(json(created));
    await createClient({ fetch: service.fetch }).createTestRun(input);
    expect(service.requests[0]?.headers.get("authorization")).toBe("Bearer key-of-the-environment");
    expect(service.requests[0]?.url).toMatch(/^https:\/\/arcus-eu\.testsigma\.com\/api\/v1\/projects\//);
  });

  it("takes TESTSIGMA_API_TOKEN where TESTSIGMA_API_KEY is not set", async () => {
    vi.stubEnv("TESTSIGMA_API_KEY", "");
    vi.stubEnv("TESTSIGMA_API_TOKEN", "token");
    const service = stubService(json(created));
    await createClient({ fetch: service.fetch }).createTestRun(input);
    expect(service.requests[0]?.headers.get("authorization")).toBe("Bearer token");
  });

  it("treats an empty variable as unset, and names one that is wrong", () => {
    vi.stubEnv("TESTSIGMA_API_KEY", "");
    expect(() => createClient()).toThrow(noKey);
    vi.stubEnv("TESTSIGMA_API_KEY", "key\n");
    expect(() => createClient()).toThrow("createClient: TESTSIGMA_API_KEY: the key contains a space or a line break");
    expect(() => createClient({ apiKey: "key", baseUrl: undefined })).not.toThrow();
  });

  it("asks a key function before every attempt", async () => {
    const keys = ["first", "second"];
    const service = stubService(json({}, 429, { "retry-after": "0" }), json(created));
    const client = createClient({ apiKey: async () => keys.shift() ?? "none", fetch: service.fetch });
    await client.createTestRun(input);
    expect(service.requests.map(({ headers }) => headers.get("authorization"))).toEqual([
      "Bearer first",
      "Bearer second",
    ]);
  });

  it("uses a global fetch that is replaced later", async () => {
    const client = createClient({ apiKey: "key" });
    vi.stubGlobal("fetch", stubService(json(created)).fetch);
    await expect(client.createTestRun(input)).resolves.toEqual(created);
    vi.unstubAllGlobals();
  });
});
