import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { createHttpClient } from "../src/http/index.js";
import { createClient, type NotFoundError } from "../src/index.js";
import { validation } from "../src/validation/index.js";
import { input, json, redirect, stubService, url } from "./stub-service.js";

const apiKey = "eyJhbGciOiJIUzI1NiJ9.invented-for-this-test";
const everything = (value: unknown) =>
  [inspect(value, { depth: 20, showHidden: true }), JSON.stringify(value), String(value), (value as Error).stack]
    .join()
    .replace(/(?:\\+u00|%)([0-9a-f]{2})/gi, (_escape, code) => String.fromCharCode(Number.parseInt(code, 16)));

/** Escapes every character. */
const escaped = (text: string | null, prefix: string) =>
  Array.from(text ?? "", (character) => prefix + character.charCodeAt(0).toString(16)).join("");

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

  const echo = (_url: string, { headers }: RequestInit) => new Headers(headers).get("authorization");
  const fails: [what: string, service: ReturnType<typeof stubService>][] = [
    ["an echo in a JSON body", stubService((url, init) => json({ message: `bad ${echo(url, init)}` }, 401))],
    ["an echo in a page", stubService((url, init) => new Response(`<p>${echo(url, init)}</p>`, { status: 502 }))],
    [
      "a fetch that throws its whole request",
      stubService((url, init) => {
        throw Object.assign(new Error(`failed: ${echo(url, init)}`), { request: { url, init } });
      }),
    ],
    [
      "a fetch whose cause holds the headers",
      stubService((_url, { headers }) => {
        throw new TypeError("fetch failed", { cause: { code: "ECONNRESET", headers } });
      }),
    ],
    [
      "a fetch that throws its request",
      stubService((url, init) => {
        throw Object.assign(new Error("failed"), {
          request: new Request(url, { method: "POST", headers: init.headers ?? {} }),
        });
      }),
    ],
    [
      "a fetch that throws several errors",
      stubService((url, init) => {
        throw new AggregateError([new Error(`failed: ${echo(url, init)}`)], "all failed");
      }),
    ],
    [
      "a fetch whose cause is a text",
      stubService((url, init) => {
        throw new Error("failed", { cause: echo(url, init) });
      }),
    ],
    [
      "an echo with escapes in JSON",
      stubService((url, init) => new Response(`{"message":"${escaped(echo(url, init), "\\u00")}"}`, { status: 401 })),
    ],
    [
      "an echo with escapes in JSON that is cut off",
      stubService((url, init) => new Response(`{"message":"${escaped(echo(url, init), "\\u00")}`, { status: 401 })),
    ],
    [
      "an echo with escapes in a page",
      stubService((url, init) => new Response(`<a href="?key=${escaped(echo(url, init), "%")}">`, { status: 502 })),
    ],
    [
      "an echo as the name of a property",
      stubService((url, init) => json({ message: "no", errors: { [`${echo(url, init)}`]: 1 } }, 422)),
    ],
    [
      "a fetch whose cause hides it under a symbol",
      stubService((url, init) => {
        throw new Error("failed", { cause: { [Symbol("request")]: { authorization: echo(url, init) } } });
      }),
    ],
    [
      "a fetch whose cause hides it in a property that is not enumerable",
      stubService((url, init) => {
        throw Object.defineProperty(new Error("failed"), "config", {
          value: { auth: echo(url, init) },
          enumerable: false,
        });
      }),
    ],
    [
      "a fetch whose cause holds the headers of another library",
      stubService((_url, { headers }) => {
        throw new Error("failed", { cause: new OtherHeaders([...(headers as Headers)]) });
      }),
    ],
    [
      "a fetch whose cause is a circle",
      stubService((url, init) => {
        const cause: { auth: unknown; self?: unknown } = { auth: echo(url, init) };
        cause.self = cause;
        throw new Error("failed", { cause });
      }),
    ],
    ["a redirect", stubService(redirect("https://example.com/"))],
    ["an echo in a header", stubService((url, init) => json({}, 404, { "x-request-id": `${echo(url, init)}` }))],
    [
      "an echo in the URL of a trusted redirect",
      stubService((url, init) =>
        url.includes("arcus.") ? redirect(`https://eu.testsigma.com/${echo(url, init)?.slice(7)}`) : json({}, 404),
      ),
    ],
    ["an echo in a Location", stubService((url, init) => redirect(`https://example.com/${echo(url, init)?.slice(7)}`))],
    ["an unusable success", stubService((url, init) => new Response(`${echo(url, init)}`))],
  ];
  it.each(fails)("is not found in the error after %s", async (_what, service) => {
    const error = await createClient({ apiKey, fetch: service.fetch, maxRetries: 0 })
      .createTestRun(input)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(everything(error)).not.toContain(apiKey);
    expect(service.requests[0]?.headers.get("authorization")).toBe(`Bearer ${apiKey}`);
  });

  it("is not found in what onAttempt is called with", async () => {
    const reports: unknown[] = [];
    const { fetch } = stubService((url, init) =>
      url.includes("arcus.") ? redirect(`https://eu.testsigma.com/${echo(url, init)?.slice(7)}`) : json({}, 404),
    );
    const onAttempt = (report: unknown) => reports.push(report);
    await createClient({ apiKey, fetch, onAttempt })
      .createTestRun(input)
      .catch(() => {});
    expect(reports).toHaveLength(1);
    expect(everything(reports)).not.toContain(apiKey);
  });

  it("is not found in what onRetry is called with", async () => {
    const notices: unknown[] = [];
    const service = stubService((url, init) => json({ message: `${echo(url, init)}` }, 429, { "retry-after": "0" }));
    await createClient({ apiKey, fetch: service.fetch, onRetry: (notice) => notices.push(notice) })
      .createTestRun(input)
      .catch(() => {});
    expect(notices).toHaveLength(2);
    expect(everything(notices)).not.toContain(apiKey);
  });

  it("of a key function that fails is not asked for again in the message", async () => {
    const service = stubService(json({}));
    const error = await createClient({ apiKey: () => "two words", fetch: service.fetch, maxRetries: 0 })
      .createTestRun(input)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "InputError", outcome: "not-sent" });
    expect(everything(error)).not.toContain("two words");
    expect(service.requests).toHaveLength(0);
  });

  it("that is longer than a message is hidden before the message is cut", async () => {
    const long = `eyJ${"a/b+c".repeat(100)}`;
    const notices: unknown[] = [];
    const texts = [long, `${"x".repeat(280)} ${long}`, long.replaceAll("/", "\\/"), encodeURIComponent(long)];
    for (const message of texts) {
      const { fetch } = stubService(json({ message }, 429, { "retry-after": "0" }));
      const onRetry = (notice: unknown) => notices.push(notice);
      const error = await createClient({ apiKey: long, fetch, onRetry, maxRetries: 1 })
        .createTestRun(input)
        .catch((thrown: unknown) => thrown);
      expect(everything([error, notices])).toContain("[API key]");
      expect(everything([error, notices])).not.toContain("eyJa");
    }
  });

  it("is hidden in PHP's JSON, which escapes slashes", async () => {
    const key = "eyJhbGciOiJIUzI1NiJ9.a/b/c";
    const { fetch } = stubService(new Response(`<p>{"key":"${key.replaceAll("/", "\\/")}"}</p>`, { status: 400 }));
    const error = await createClient({ apiKey: key, fetch })
      .createTestRun(input)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ body: '<p>{"key":"[API key]"}</p>' });
  });

  it("is hidden in what onResponseMismatch is called with", async () => {
    const messages: string[] = [];
    const { fetch } = stubService(json({ message: 7, data: { test_run: { id: apiKey.repeat(9) } } }));
    const checks = validation({ onResponseMismatch: (mismatch) => messages.push(JSON.stringify(mismatch)) });
    await createClient({ apiKey, fetch, validation: checks }).createTestRun(input);
    expect(messages.join()).toContain("[API key]");
    expect(messages.join()).not.toContain(apiKey.slice(0, 12));
  });

  it.each([
    ["of the client", { headers: { Authorization: "Bearer other" } }],
    ["of the client, in pairs", { headers: [["authorization", "x"]] }],
  ])("is not replaced by a header %s", (_whose, options) => {
    expect(() => createClient({ apiKey, ...(options as object) })).toThrow(
      new TypeError("createClient: option headers: give the key as apiKey, not as Authorization"),
    );
  });

  it("is not replaced by a header of one call", async () => {
    const service = stubService(json({}));
    const call = createClient({ apiKey, fetch: service.fetch }).createTestRun(input, {
      headers: { authorization: "x" },
    });
    await expect(call).rejects.toThrow("option headers: give the key as apiKey, not as Authorization");
    expect(service.requests).toEqual([]);
  });

  it("leaves of a cause its names, messages, codes and stack", async () => {
    const socket = Object.assign(new Error(`closed ${apiKey}`), { code: "UND_ERR_SOCKET", socket: { bytesRead: 0 } });
    const cause = new TypeError("fetch failed", { cause: socket });
    const error = await createClient({ apiKey, fetch: stubService(cause).fetch })
      .createTestRun(input)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      cause: {
        name: "TypeError",
        message: "fetch failed",
        stack: cause.stack,
        cause: { message: "closed [API key]", code: "UND_ERR_SOCKET" },
      },
    });
    expect(error).not.toHaveProperty("cause.cause.socket");
  });

  it("is not found in an error after it changed, when the service echoes an earlier one", async () => {
    const keys = [`${apiKey}-1`, `${apiKey}-2`];
    const service = stubService(json({}, 429, { "retry-after": "0" }), json({ message: `was ${apiKey}-1` }, 401));
    const error = await createClient({ apiKey: () => keys.shift() ?? "", fetch: service.fetch })
      .createTestRun(input)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "AuthenticationError", attempts: 2 });
    expect(everything(error)).not.toContain(apiKey);
  });

  it("that is as short as those of a mock rewrites no words of the service", async () => {
    for (const short of ["e", "4", "test", "key"]) {
      const body = { message: "The test key 4 is not a key, see test", code: 404 };
      const service = stubService(json(body, 404, { "x-request-id": "test-4" }));
      await expect(createClient({ apiKey: short, fetch: service.fetch }).createTestRun(input)).rejects.toMatchObject({
        message: expect.stringContaining(
          "createTestRun: 404: The test key 4 is not a key, see test (POST https://arcus.",
        ),
        body,
        requestId: "test-4",
      });
    }
  });

  it("is taken out of headers of another library", async () => {
    const headers = {
      get: () => null,
      *[Symbol.iterator]() {
        yield ["x-echo", apiKey];
      },
    };
    const fetch = async () => ({ status: 404, ok: false, headers, body: null }) as unknown as Response;
    const error = await createClient({ apiKey, fetch })
      .createTestRun(input)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "NotFoundError" });
    expect((error as NotFoundError).headers.get("x-echo")).toBe("[API key]");
  });
});

describe("an API key that a function returns", () => {
  it.each([
    ["nothing", undefined, "option apiKey: expected a string, got undefined"],
    ["null", null, "option apiKey: expected a string, got null"],
    ["an empty text", "", "option apiKey: the key is empty"],
    ["Bearer in front", "Bearer eyJ", 'option apiKey: give the key alone, without "Bearer " in front'],
  ])("is never sent when it is %s", async (_what, key, message) => {
    const service = stubService(json({}));
    const client = createClient({ apiKey: () => key as string, fetch: service.fetch, maxRetries: 0 });
    await expect(client.createTestRun(input)).rejects.toMatchObject({
      name: "InputError",
      outcome: "not-sent",
      message: `createTestRun: ${message} (POST ${url})`,
    });
    expect(service.requests).toHaveLength(0);
  });

  it("may be missing because the function failed with what is no error", async () => {
    const apiKey = () => Promise.reject(Object.create(null));
    const service = stubService();
    await expect(createClient({ apiKey, fetch: service.fetch }).createTestRun(input)).rejects.toMatchObject({
      name: "InputError",
      outcome: "not-sent",
      message: `createTestRun: option apiKey: the function failed: an Object (POST ${url})`,
    });
    expect(service.requests).toEqual([]);
  });

  it("may be missing because the function failed", async () => {
    const cause = new Error("vault is sealed");
    const client = createClient({ apiKey: () => Promise.reject(cause), fetch: stubService().fetch, maxRetries: 0 });
    await expect(client.createTestRun(input)).rejects.toMatchObject({
      message: `createTestRun: option apiKey: the function failed: vault is sealed (POST ${url})`,
      cause,
    });
  });
});

describe("an error", () => {
  it("has no control characters of the server in its message", async () => {
    const message = "no\u001b[2J\r\n::error::\u202edone\u0085\u2028";
    const { fetch } = stubService(json({ message }, 404));
    await expect(createClient({ apiKey, fetch }).createTestRun(input)).rejects.toMatchObject({
      message: `createTestRun: 404: no [2J ::error:: done  (POST ${url})`,
      body: { message },
    });
  });

  it("tells its message as JSON too", async () => {
    const { fetch } = stubService(json({ message: "no" }, 404));
    const error = await createClient({ apiKey, fetch })
      .createTestRun(input)
      .catch((thrown: unknown) => thrown);
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({
      name: "NotFoundError",
      message: `createTestRun: 404: no (POST ${url})`,
      status: 404,
      outcome: "rejected",
    });
  });

  it("tells its headers and its cause as JSON too", async () => {
    const { fetch } = stubService(json({ message: "no" }, 404, { "x-request-id": "r-1" }));
    const apiError = await createClient({ apiKey, fetch })
      .createTestRun(input)
      .catch((thrown: unknown) => thrown);
    expect(JSON.parse(JSON.stringify(apiError)).headers).toMatchObject({ "x-request-id": "r-1" });
    const socket = Object.assign(new Error("other side closed"), { code: "UND_ERR_SOCKET" });
    const lost = stubService(new TypeError("fetch failed", { cause: socket }));
    const error = await createClient({ apiKey, fetch: lost.fetch })
      .createTestRun(input)
      .catch((thrown: unknown) => thrown);
    expect(JSON.parse(JSON.stringify(error)).cause).toEqual({
      name: "TypeError",
      message: "fetch failed",
      cause: { name: "Error", message: "other side closed", code: "UND_ERR_SOCKET" },
    });
  });

  it("has a cause that refers to itself replaced, which would keep a logger busy forever", async () => {
    const cause = Object.assign(new Error("lost"), { code: "ECONNRESET" });
    cause.cause = cause;
    const error = await createClient({ apiKey, fetch: stubService(cause).fetch })
      .createTestRun(input)
      .catch((thrown: unknown) => thrown as Error);
    expect(error).toMatchObject({ cause: { message: "lost", code: "ECONNRESET" } });
    expect(JSON.stringify(error).length).toBeLessThan(3000);
    expect(error).not.toHaveProperty("cause.cause.cause.cause.cause.cause");
  });
});
