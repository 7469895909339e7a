import { afterEach, describe, expect, it, vi } from "vitest";
import { type ClientOptions, createClient } from "../src/index.js";
import { created, input, json, stubService } from "./stub-service.js";

afterEach(() => vi.unstubAllEnvs());

const refused: [what: string, options: object, message: string][] = [
  ["an empty key", { apiKey: "" }, "option apiKey: expected string without spaces, or function"],
  ["a key with a newline", { apiKey: "key\n" }, "option apiKey: expected string without spaces, or function"],
  ["a missing key", {}, "option apiKey: expected string without spaces, or function"],
  [
    "a base URL that is none",
    { apiKey: "key", baseUrl: "testsigma" },
    'option baseUrl: expected string: https: URL (http: on loopback), no query, got "testsigma"',
  ],
  ["plain http outside loopback", { apiKey: "key", baseUrl: "http://testsigma.com" }, 'got "http://testsigma.com"'],
  [
    "plain http to a host that only begins as loopback",
    { apiKey: "key", baseUrl: "http://127.example.com" },
    "option baseUrl",
  ],
  ["a query in the base URL", { apiKey: "key", baseUrl: "https://testsigma.com/?a=b" }, "option baseUrl"],
  ["a negative timeout", { apiKey: "key", timeout: -1 }, "option timeout: expected number from 0, got -1"],
  ["a timeout that a timer cannot hold", { apiKey: "key", timeout: 2 ** 31 }, "option timeout"],
  ["a timeout that is no number", { apiKey: "key", timeout: Number.NaN }, "option timeout"],
  ["a text for a number", { apiKey: "key", maxRetries: "2" }, 'option maxRetries: expected number from 0, got "2"'],
  [
    "headers that are none",
    { apiKey: "key", headers: { "bad name": "x" } },
    "option headers: expected object: valid headers",
  ],
  ["a fetch that is no function", { apiKey: "key", fetch: {} }, "option fetch: expected function, got [object Object]"],
  [
    "an unknown option",
    { apiKey: "key", retries: 3 },
    "unknown option retries, known: apiKey, baseUrl, fetch, timeout, maxRetries, headers, trustedHosts, onRetry",
  ],
];

describe("createClient", () => {
  it.each(refused)("refuses %s and names the option", (_what, options, message) => {
    vi.stubEnv("TESTSIGMA_API_KEY", undefined);
    expect(() => createClient(options as ClientOptions)).toThrow(TypeError);
    expect(() => createClient(options as ClientOptions)).toThrow(`createClient: `);
    expect(() => createClient(options as ClientOptions)).toThrow(message);
  });

  it("never shows the key that it refuses", () => {
    const messageOf = (options: ClientOptions) => {
      try {
        createClient(options);
        return "accepted";
      } catch (error) {
        return String(error);
      }
    };
    expect(messageOf({ apiKey: "eyJ secret" })).toMatch(/^TypeError: createClient: option apiKey: (?!.*secret)/);
    expect(messageOf({ apiKey: "key", headers: { authorization: "secret\nkey" } })).toMatch(
      /^TypeError: createClient: option headers: (?!.*secret)/,
    );
  });

  it("takes key and base URL from the environment", async () => {
    vi.stubEnv("TESTSIGMA_API_KEY", "key-of-the-environment");
    vi.stubEnv("TESTSIGMA_BASE_URL", "https://arcus-eu.testsigma.com/api/v1/");
    const service = stubService(json(created));
    await createClient({ fetch: service.fetch }).createTestRun(input);
    expect(service.requests[0]?.headers.get("authorization")).toBe("Bearer key-of-the-environment");
    expect(service.requests[0]?.url).toMatch(/^https:\/\/arcus-eu\.testsigma\.com\/api\/v1\/projects\//);
  });

  it("treats an empty variable as unset", () => {
    vi.stubEnv("TESTSIGMA_API_KEY", "");
    expect(() => createClient()).toThrow("option apiKey");
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
