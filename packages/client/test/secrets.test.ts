import { inspect } from "node:util";
import { describe, expect, it, vi } from "vitest";
import { createFetch, createHttpClient } from "../src/http.js";
import { type ClientOptions, createClient, type NotFoundError, type ResponseInfo } from "../src/index.js";
import { Secrets } from "../src/secrets.js";
import { validation } from "../src/validation.js";
import {
  apiKey,
  clientOf,
  create,
  created,
  errorOf,
  input,
  json,
  limited,
  redirect,
  throws,
  url,
} from "./stub-service.js";

const everything = (value: unknown) =>
  [inspect(value, { depth: 20, showHidden: true }), JSON.stringify(value), String(value), (value as Error).stack]
    .join()
    .replace(/(?:\\+u00|%)([0-9a-f]{2})/gi, (_escape, code) => String.fromCharCode(Number.parseInt(code, 16)));

const escaped = (text: string, prefix: string) =>
  Array.from(text, (character) => prefix + character.charCodeAt(0).toString(16)).join("");

/** The `Headers` of another library, such as npm's undici. */
class OtherHeaders {
  readonly list: [string, string][];
  constructor(list: [string, string][]) {
    this.list = list;
  }
}

describe("the API key", () => {
  it("is not found in the client", () => {
    const client = createClient({ apiKey, headers: { "x-team": "portal" } });
    expect(everything(client)).not.toContain(apiKey);
    expect(everything(createHttpClient({ apiKey }))).not.toContain(apiKey);
  });

  const authorization = (init: RequestInit) => `${new Headers(init.headers).get("authorization")}`;
  const failed = (cause: unknown) => new Error("failed", { cause });
  const fails: { [what: string]: (echo: string, init: RequestInit, url: string) => Response | Error } = {
    "an echo in a JSON body": (echo) => json({ message: `bad ${echo}` }, 401),
    "an echo with escapes in JSON": (echo) => new Response(`{"message":"${escaped(echo, "\\u00")}"}`, { status: 401 }),
    "an echo with escapes in a page": (echo) => new Response(`<a href="?key=${escaped(echo, "%")}">`, { status: 502 }),
    "an echo as the name of a property": (echo) => json({ message: "no", errors: { [echo]: 1 } }, 422),
    "a redirect": () => redirect("https://example.com/"),
    "an echo in a header": (echo) => json({}, 404, { "x-request-id": echo }),
    "an echo in the URL of a trusted redirect": (echo, _init, url) =>
      url.includes("arcus.") ? redirect(`https://eu.testsigma.com/${echo.slice(7)}`) : json({}, 404),
    "an echo in a Location": (echo) => redirect(`https://example.com/${echo.slice(7)}`),
    "an unusable success": (echo) => new Response(echo),
    "a fetch that throws its whole request": (echo, init, url) =>
      Object.assign(new Error(`failed: ${echo}`), { request: { url, init } }),
    "a fetch that throws several errors": (echo) => new AggregateError([new Error(`failed: ${echo}`)], "all failed"),
    "a cause that holds the headers": (_echo, { headers }) => failed({ code: "ECONNRESET", headers }),
    "a cause that names a property after it": (echo) => failed({ [echo]: 1 }),
    "a cause that holds the headers of another library": (_echo, { headers }) =>
      failed(new OtherHeaders([...new Headers(headers)])),
  };
  it.each(Object.entries(fails))(
    "is not found in the error after %s, nor in what onAttempt is called with",
    async (_what, reply) => {
      const reports: unknown[] = [];
      const onAttempt = (report: unknown) => reports.push(report);
      const respond = (url: string, init: RequestInit) => reply(authorization(init), init, url);
      const { settled, requests } = await create([respond], { maxRetries: 0, onAttempt });
      expect(settled).toBeInstanceOf(Error);
      expect(everything([settled, reports])).not.toContain(apiKey);
      expect(reports).toHaveLength(1);
      expect(requests[0]?.headers.get("authorization")).toBe(`Bearer ${apiKey}`);
    },
  );

  it.each([
    ["a header that is not allowed", url, { Authorization: `Bearer ${apiKey}\n-2` }],
    ["a URL with a password", `https://user:${apiKey}@arcus.testsigma.com/`, {}],
    ["a URL that is none", `//${apiKey}`, {}],
    ["a URL of another host", `https://example.com/${apiKey}`, {}],
  ])("is not found in the error of createFetch for %s", async (_what, input, headers) => {
    const error = await createFetch({ apiKey })(input, { headers }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "InputError", outcome: "not-sent" });
    expect(everything(error)).not.toContain(apiKey);
  });

  it.each<[option: string, options: unknown]>([
    ["options", apiKey],
    ["option apiKey", { apiKey: `${apiKey} 2` }],
    ["option baseUrl", { baseUrl: apiKey }],
    ["option timeout", { timeout: apiKey }],
    ["option trustedHosts", { trustedHosts: [`${apiKey}/`] }],
    ["option headers", { headers: { authorization: `Bearer ${apiKey}\n` } }],
  ])("is not found in the error if it is given as, or in, the %s", (option, options) => {
    vi.stubEnv("TESTSIGMA_API_KEY", "key");
    const create = () => createClient(options as ClientOptions);
    expect(create).toThrow(`createClient: ${option}: `);
    expect(create).not.toThrow(apiKey);
  });

  it("is not found in what onResponse is called with", async () => {
    const responses: ResponseInfo[] = [];
    const echo = (_url: string, init: RequestInit) => json(created, 200, { "x-request-id": authorization(init) });
    const onResponse = (response: ResponseInfo) => responses.push(response);
    await create([echo], {}, { onResponse });
    expect(responses).toMatchObject([{ status: 200, requestId: "Bearer [API key]" }]);
    expect(everything(responses)).not.toContain(apiKey);
  });

  it("is hidden from eight characters on; a shorter one rewrites no words of the service", async () => {
    expect((await errorOf(json({ message: "no abcdefgh" }, 401), { apiKey: "abcdefgh" })).message).toContain(
      "no [API key]",
    );
    const body = { message: "The test key 4 is not a key, see test", code: 404 };
    for (const short of ["e", "4", "test", "key"]) {
      expect(await errorOf(json(body, 404, { "x-request-id": "test-4" }), { apiKey: short })).toMatchObject({
        message: expect.stringContaining(`createTestRun: 404: ${body.message} (POST https://arcus.`),
        body,
        requestId: "test-4",
      });
    }
  });

  it("is hidden in what onResponseMismatch is called with", async () => {
    const messages: string[] = [];
    const checks = validation({ onResponseMismatch: (mismatch) => messages.push(JSON.stringify(mismatch)) });
    await create([json({ message: 7, data: { test_run: { id: apiKey.repeat(9) } } })], { validation: checks });
    expect(messages.join()).toContain("[API key]");
    expect(messages.join()).not.toContain(apiKey.slice(0, 12));
  });

  const notReplaced = "option headers: pass the key as apiKey, not as Authorization";
  it.each([{ Authorization: "Bearer other" }, [["authorization", "x"]]])("is not replaced by %o", async (headers) => {
    const options = { headers: headers as Record<string, string> };
    expect(() => createClient({ apiKey, ...options })).toThrow(new TypeError(`createClient: ${notReplaced}`));
    const { settled, requests } = await create([json({})], {}, options);
    expect(settled).toHaveProperty("message", expect.stringContaining(notReplaced));
    expect(requests).toEqual([]);
  });

  it("is not found in an error after it changed, when the service echoes an earlier one", async () => {
    const keys = [`${apiKey}-1`, `${apiKey}-2`];
    const echo = json({ message: `was ${apiKey}-1` }, 401);
    const { settled } = await create([limited, echo], { apiKey: () => keys.shift() ?? "" });
    expect(settled).toMatchObject({ name: "AuthenticationError", attempts: 2 });
    expect(everything(settled)).not.toContain(apiKey);
  });

  const long = (length: number) => `eyJ${"aB3+/=._-".repeat(length)}`.slice(0, length);
  it.each([500, 5000, 16_000])(
    "of %i characters is hidden, with escapes, twice, or cut off, before a message is cut",
    async (length) => {
      const key = long(length);
      const notices: unknown[] = [];
      const onRetry = (notice: unknown) => notices.push(notice);
      const inJson = key.replaceAll("/", "\\/");
      const far = `${"x".repeat(280)} ${key}`;
      for (const message of [key, far, inJson, escaped(key, "%"), `${key} is not ${key}`, key.slice(0, 650)]) {
        const error = await errorOf(json({ message }, 429, { "retry-after": "0" }), { apiKey: key, onRetry });
        expect(everything([error, notices])).toContain("[API key]");
        expect(everything([error, notices])).not.toMatch(/eyJa|aB3|=\._-/);
      }
      expect(notices).toHaveLength(12);
    },
  );

  it("has its expression compiled once, however many texts a body has", async () => {
    const compile = vi.fn();
    class CountedRegExp extends RegExp {
      constructor(...args: ConstructorParameters<typeof RegExp>) {
        super(...args);
        compile();
      }
    }
    vi.stubGlobal("RegExp", CountedRegExp);
    const errors = Array.from({ length: 10_000 }, (_, index) => ({ field: `title ${index}`, text: "x".repeat(900) }));
    const { client } = clientOf([json({ errors, echo: long(700) }, 422)], { apiKey: long(700) });
    for (let calls = 0; calls < 3; calls++) {
      const error = await client.createTestRun(input).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ status: 422, body: { echo: "[API key]", errors: { length: 10_000 } } });
    }
    expect(compile).toHaveBeenCalledOnce();
  });

  it("is taken out of headers of another library", async () => {
    const headers = { get: () => null, [Symbol.iterator]: () => [["x-echo", apiKey]].values() };
    const response = { status: 404, ok: false, headers, body: null } as unknown as Response;
    const error = await errorOf(() => response);
    expect((error as NotFoundError).headers.get("x-echo")).toBe("[API key]");
  });
});

describe("an API key that a function returns", () => {
  it("is hidden until eight others were used, however often it changes", () => {
    const secrets = new Secrets();
    const keys = Array.from({ length: 9 }, (_, index) => `${apiKey}-${index}`);
    for (const key of keys) secrets.add(key);
    expect(keys.map(secrets.hide)).toEqual([keys[0], ...Array(8).fill("[API key]")]);
  });

  const vault = new Error("vault is sealed");
  const fails: [what: string, apiKey: () => unknown, message: string, cause?: unknown][] = [
    ["is nothing", () => undefined, "expected a string, got undefined"],
    ["is an empty text", () => "", "the key is empty"],
    ["is two words", () => "two words", "the key contains a space or a line break; remove it with trim()"],
    ["could not be had", () => Promise.reject(vault), "the function failed: vault is sealed", vault],
    ["could not be had, for no error", () => Promise.reject(Object.create(null)), "the function failed: an Object"],
  ];
  it.each(fails)("that %s is never sent, nor shown", async (_what, apiKey, message, cause) => {
    const { settled, requests } = await create([json({})], { apiKey: apiKey as () => string, maxRetries: 0 });
    expect(settled).toMatchObject({
      name: "InputError",
      outcome: "not-sent",
      message: `createTestRun: option apiKey: ${message} (POST ${url})`,
    });
    expect((settled as Error).cause).toEqual(cause);
    expect(everything(settled)).not.toContain("two words");
    expect(requests).toEqual([]);
  });
});

describe("an error", () => {
  it("ends a text that is cut with an ellipsis, cuts no character in two, and leaves the body whole", async () => {
    const text = `${"x".repeat(294)}💥${"y".repeat(100)}`;
    expect(await errorOf(json({ message: text }, 404))).toMatchObject({
      message: `createTestRun: 404: ${"x".repeat(294)}… (POST ${url})`,
      body: { message: text },
    });
    expect(() => createClient({ apiKey, timeout: `${"x".repeat(99)}💥y` as never })).toThrow(
      `got "${"x".repeat(99)}…"`,
    );
  });

  const withPassword = "https://someone:hunter2@proxy.example:3128";
  it.each<[what: string, fail: () => unknown]>([
    ["baseUrl", () => createClient({ apiKey, baseUrl: withPassword })],
    ["a baseUrl that is not a URL", () => createClient({ apiKey, baseUrl: "https://someone:hunter2/x@proxy.example" })],
    ["another option", () => createClient({ apiKey, timeout: withPassword as never })],
    ["the URL of createFetch", () => createFetch({ apiKey })(withPassword)],
    ["a URL of createFetch that is not one", () => createFetch({ apiKey })("//someone:hunter2@proxy.example")],
    ["the message of a proxy", () => errorOf(new Error(`no tunnel by ${withPassword}`))],
    ["a cause", () => errorOf(new Error("failed", { cause: new Error(withPassword) }))],
  ])("shows no password of a URL that was given as %s", async (_what, fail) => {
    const error = await (async () => fail())().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(everything(error)).not.toContain("hunter2");
  });

  it("has no control characters of the server in its message", async () => {
    const message = "no\u001b[2J\r\n::error::\u202edone\u0085\u2028";
    expect(await errorOf(json({ message }, 404))).toMatchObject({
      message: `createTestRun: 404: no [2J ::error:: done  (POST ${url})`,
      body: { message },
    });
  });

  it("tells its message and headers as JSON too", async () => {
    const error = await errorOf(json({ message: "no" }, 404, { "x-request-id": "r-1" }));
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({
      name: "NotFoundError",
      message: `createTestRun: 404: no (POST ${url})`,
      status: 404,
      outcome: "rejected",
      headers: { "x-request-id": "r-1" },
    });
  });

  it("keeps of a cause its names, messages, codes and stack, and tells all but the stack as JSON", async () => {
    const socket = Object.assign(new Error(`closed ${apiKey}`), { code: "UND_ERR_SOCKET", socket: { bytesRead: 0 } });
    const cause = new TypeError("fetch failed", { cause: socket });
    const error = await errorOf(cause);
    expect(error).toMatchObject({
      cause: {
        name: "TypeError",
        message: "fetch failed",
        stack: cause.stack,
        cause: { message: "closed [API key]", code: "UND_ERR_SOCKET" },
      },
    });
    expect(JSON.parse(JSON.stringify(error)).cause).toEqual({
      name: "TypeError",
      message: "fetch failed",
      cause: { name: "Error", message: "closed [API key]", code: "UND_ERR_SOCKET" },
    });
    expect(error).not.toHaveProperty("cause.cause.socket");
    expect(error).not.toHaveProperty("cause.code");
    expect(Object.keys(error)).not.toContain("cause");
    expect(await errorOf(new Error("failed", { cause: "lost" }))).toMatchObject({
      cause: { cause: { name: "Error", message: "lost" } },
    });
  });

  it("has a cause that refers to itself replaced, which would keep a logger busy forever", async () => {
    const cause = Object.assign(new Error("lost"), { code: "ECONNRESET" });
    cause.cause = cause;
    const error = await errorOf(cause);
    expect(error).toMatchObject({ outcome: "unknown", attempts: 1, cause: { message: "lost", code: "ECONNRESET" } });
    expect(JSON.stringify(error).length).toBeLessThan(3000);
    expect(error).not.toHaveProperty("cause.cause.cause.cause.cause.cause");
    // The cause of a rejected input is not a copy.
    const unreadable = { ...input, toJSON: throws(cause) };
    const rejected = await createClient({ apiKey })
      .createTestRun(unreadable)
      .catch((thrown: unknown) => thrown);
    expect(rejected).toHaveProperty("cause", cause);
    expect(JSON.stringify(rejected).length).toBeLessThan(1000);
  });
});
