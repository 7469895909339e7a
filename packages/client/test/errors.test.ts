import { describe, expect, it, vi } from "vitest";
import {
  ApiError,
  AuthenticationError,
  InputError,
  NotFoundError,
  RateLimitError,
  ServerError,
  TestsigmaError,
  ValidationError,
} from "../src/index.js";
import { recordedErrors } from "./fixtures/recorded-errors.js";
import {
  clientOf,
  create,
  created,
  errorOf,
  inPieces,
  input,
  json,
  noAddress,
  redirect,
  throws,
  url,
} from "./stub-service.js";

const advice = "The request may have been executed: check before you send it again.";
const bytesOf = (text: string) => new TextEncoder().encode(text);
const piece = bytesOf('{"message":');

describe("an unsuccessful status", () => {
  it.each([
    [400, ValidationError, "rejected"],
    [401, AuthenticationError, "rejected"],
    [403, AuthenticationError, "rejected"],
    [404, NotFoundError, "rejected"],
    [409, ApiError, "rejected"],
    [422, ValidationError, "rejected"],
    [429, RateLimitError, "rejected"],
    [500, ServerError, "unknown"],
    [503, ServerError, "unknown"],
  ])("%i becomes a %o of outcome %s", async (status, type, outcome) => {
    const error = await errorOf(json({ message: "no" }, status), { maxRetries: 0 });
    expect(error).toBeInstanceOf(type);
    expect(error).toBeInstanceOf(TestsigmaError);
    expect(error).toMatchObject({ name: type.name, status, outcome, attempts: 1, body: { message: "no" } });
  });

  it("500 with the message of the rate limit is a RateLimitError; the words under another status prove nothing", async () => {
    expect(await errorOf(json({ message: "rate limit exceeded" }, 500), { maxRetries: 0 })).toMatchObject({
      name: "RateLimitError",
      outcome: "rejected",
      retryAfterMs: undefined,
    });
    const { settled, requests } = await create([json({ message: "rate limit exceeded" }, 502)]);
    expect(settled).toMatchObject({ name: "ServerError", outcome: "unknown" });
    expect(requests).toHaveLength(1);
  });

  it("carries the request id from either header", async () => {
    expect(await errorOf(json({}, 404, { "x-request-id": "a" }))).toHaveProperty("requestId", "a");
    expect(await errorOf(json({}, 404, { "x-tms-api-request-id": "b" }))).toHaveProperty("requestId", "b");
  });

  it("is reported although its body is empty or breaks off", async () => {
    const broken = () => inPieces([piece], { status: 404 }, { error: new Error("gone") });
    for (const response of [new Response("", { status: 404 }), broken]) {
      expect(await errorOf(response)).toMatchObject({ name: "NotFoundError", body: undefined });
    }
  });

  const nested = "[".repeat(100_000) + "]".repeat(100_000);
  it.each([
    ["an HTML page", "<h1>400</h1>", "<h1>400</h1>"],
    ["truncated JSON", '{"message":', '{"message":'],
    ["null", "null"],
    ["null as a property", '{"message":"no","errors":null}'],
    ["an object as its message", '{"message":{"toString":1},"errors":{"details":[]}}'],
    ["a __proto__", '{"__proto__":{"message":"rate limit exceeded"}}'],
  ])("with %s in its body becomes no other failure", async (_what, text, body = JSON.parse(text)) => {
    const error = await errorOf(new Response(text, { status: 400 }));
    expect(error).toMatchObject({ name: "ValidationError", status: 400, outcome: "rejected" });
    expect(error).toHaveProperty("body", body);
  });

  it("has the innermost of its 100,000 levels cut off", async () => {
    const error = await errorOf(new Response(`{"message":"no","errors":${nested}}`, { status: 400 }));
    expect(error).toMatchObject({ name: "ValidationError", outcome: "rejected" });
    expect(JSON.stringify((error as ApiError).body)).toMatch(/^{"message":"no","errors":\[{1000,2000}\]{1000,2000}}$/);
  });

  it("is waited out as a rate limit, and read as a success, however deep its body", async () => {
    const limited = `{"message":"rate limit exceeded","errors":${nested}}`;
    const deep = `{"message":"","data":{"test_run":{"id":"1","added":${nested}}}}`;
    const responses = [new Response(limited, { status: 500, headers: { "retry-after": "0" } }), new Response(deep)];
    expect((await create(responses)).settled).toHaveProperty("data.test_run.id", "1");
  });
});

describe("a success", () => {
  const html = new Response("<html>", { headers: { "content-type": "text/html" } });
  const unusable: [what: string, response: Response, message: string][] = [
    ["an empty body", new Response(null, { status: 200 }), "200: body lacks a JSON object"],
    ["no content", new Response(null, { status: 204 }), "204: body lacks a JSON object (no content type)"],
    ["an HTML page", html, "200: body lacks a JSON object (text/html)"],
    ["truncated JSON", new Response('{"message":"","da'), "200: body lacks a JSON object"],
    ["an array", json([]), "200: body lacks a JSON object"],
    ["another wrapper", json({ message: "" }), "200: body lacks data"],
    ["an empty wrapper", json({ message: "", data: null }), "200: body lacks data. The request may"],
    ["no test run", json({ message: "", data: {} }), "200: body lacks data.test_run"],
  ];
  it.each(unusable)("with %s is a ResponseError of unknown outcome", async (_what, response, message) => {
    const { status } = response;
    expect(await errorOf(response)).toMatchObject({
      name: "ResponseError",
      outcome: "unknown",
      attempts: 1,
      status,
      message: expect.stringContaining(message),
    });
  });

  it("with a body over 10 MiB is a ResponseError", async () => {
    const chunk = new Uint8Array(2 ** 20);
    const cancel = vi.fn();
    const endless = () => new Response(new ReadableStream({ pull: (controller) => controller.enqueue(chunk), cancel }));
    expect(await errorOf(endless)).toMatchObject({ name: "ResponseError", outcome: "unknown" });
    expect(cancel).toHaveBeenCalledOnce();
  });

  it.each([new Error("other side closed"), undefined])(
    "whose body breaks off with %s is a ConnectionError of unknown outcome, with that as its cause",
    async (cause) => {
      expect(await errorOf(() => inPieces([piece], {}, { error: cause }))).toMatchObject({
        name: "ConnectionError",
        outcome: "unknown",
        message: expect.stringContaining("200: body cut off"),
        cause,
      });
    },
  );

  it("may come in pieces that end within a character, and begin with a byte order mark", async () => {
    const bytes = bytesOf(`\uFEFF${JSON.stringify({ ...created, message: "größer" })}`);
    const response = () => inPieces(Array.from(bytes, (byte) => new Uint8Array([byte])));
    expect((await create([response])).settled).toEqual({ ...created, message: "größer" });
  });
});

describe("the message", () => {
  const recordedRows = (recorded: string) =>
    recordedErrors.filter(({ by, what }) => by !== "workerd" && what === recorded);
  const messageOf = async ({ error, url }: (typeof recordedErrors)[number]) =>
    (await errorOf(error, { maxRetries: 0, baseUrl: new URL(url).origin })).message;

  it.each(recordedRows("refused"))("of a connection that is refused in $by asks for the mock", async (row) => {
    const { origin } = new URL(row.url);
    expect(await messageOf(row)).toContain(`: nothing listens at ${origin}. Is the mock running? `);
  });

  it.each(recordedRows("not TLS"))("of https to a server that speaks http asks in $by for the scheme", async (row) => {
    const { origin } = new URL(row.url);
    expect(await messageOf(row)).toContain(`: ${origin} does not speak TLS. Is it an http: URL? `);
  });

  it("of a port that fetch blocks names it, nothing was sent, and nothing is sent again", async () => {
    const options = { baseUrl: "http://127.0.0.1:6000", maxRetries: 2 };
    const { settled } = await create([(url, init) => fetch(url, init)], options);
    expect(settled).toMatchObject({
      outcome: "not-sent",
      attempts: 1,
      message: expect.stringContaining("createTestRun: fetch blocks the port 6000; use another (POST"),
    });
  });

  it.each([
    ["a host without an address", noAddress(), "ENOTFOUND: no address is known for arcus.testsigma.com. Check baseUrl"],
    [
      "a 401",
      json({ code: 401, message: "Invalid API key" }, 401),
      "401: Invalid API key. Check the API key, or create one under Settings > API Keys",
    ],
    [
      "what the service said",
      json({ message: "Not found", errors: { details: "no project 7" } }, 404),
      "404: Not found: no project 7",
    ],
    ["a create whose outcome is unknown", json({ message: "no" }, 500), `500: no. ${advice}`],
    [
      "a refused connection",
      new TypeError("fetch failed", { cause: { code: "ECONNREFUSED" } }),
      `ECONNREFUSED: nothing listens at https://arcus.testsigma.com, or at the proxy. ${advice}`,
    ],
    [
      "a dead proxy",
      new TypeError("fetch failed", { cause: { code: "ECONNREFUSED", address: "127.0.0.1", port: 3128 } }),
      `ECONNREFUSED: nothing listens at 127.0.0.1:3128, which is not arcus.testsigma.com. Check the proxy settings. ${advice}`,
    ],
    [
      "the caller's own time limit",
      new DOMException("The operation was aborted due to timeout", "TimeoutError"),
      `The operation was aborted due to timeout. ${advice}`,
    ],
    [
      "a redirect after processing",
      redirect("https://eu.testsigma.com/runs", 303),
      `303 redirect to https://eu.testsigma.com/runs: not followed. ${advice}`,
    ],
    [
      "a redirect, without user and query,",
      redirect("https://someone:secret@eu.testsigma.com/runs?token=t"),
      "301 redirect to https://eu.testsigma.com/runs: not in trustedHosts",
    ],
  ])("of %s says what to do", async (_what, response, message) => {
    expect((await errorOf(response, { maxRetries: 0 })).message).toBe(`createTestRun: ${message} (POST ${url})`);
  });

  it("names the URL that was asked, without its query", async () => {
    const { settled } = await create([redirect("https://eu.testsigma.com/runs?token=t", 307), json({}, 404)]);
    expect(settled).toMatchObject({
      message: "createTestRun: 404 (POST https://eu.testsigma.com/runs)",
      url: "https://eu.testsigma.com/runs",
    });
  });

  const { client, requests } = clientOf([json(created)], { maxRetries: 0 });
  const headersRule = "valid header names and values, as an object, pairs or Headers";
  const wrongOptions: [options: unknown, message: string][] = [
    [{ signal: {} }, "option signal: expected an AbortSignal, got an Object"],
    [{ headers: new Map() }, `option headers: expected ${headersRule}, got a Map`],
    [{ query: "a=b" }, 'option query: expected an object, got "a=b"'],
    [
      { retries: 1 },
      "unknown option retries; known options: signal, query, onResponse, timeout, totalTimeout, maxRetries, headers",
    ],
    [AbortSignal.abort(), "options: expected an object, got an AbortSignal"],
  ];
  it.each(wrongOptions)("of the call options %o names the option", async (options, message) => {
    const error = await client.createTestRun(input, options as object).catch((thrown: Error) => thrown);
    expect(error).toBeInstanceOf(InputError);
    expect(error).toHaveProperty("message", `createTestRun: ${message} (POST /projects/{project_id}/test_runs)`);
  });

  const circular: { self?: unknown } = {};
  circular.self = circular;
  const wrongInputs: [what: string, given: unknown, message: string | RegExp][] = [
    ["null", null, "project_id: expected an identifier, got undefined"],
    ["a text", "input", "createTestRun: input: expected an object, got a string"],
    ["an array", [input], "createTestRun: input: expected an object, got an Array"],
    ["no project", { title: "t" }, "project_id: expected an identifier, got undefined"],
    ["a project that would climb up the path", { ...input, project_id: ".." }, 'got ".."'],
    ["an object as identifier", { ...input, project_id: Object.create(null) }, "got an Object"],
    ["no number as identifier", { ...input, project_id: Number.NaN }, "got NaN"],
    ["a bigint", { ...input, start_date: 1n }, /BigInt/],
    ["a circle", { ...input, circular }, /circular/i],
    ["what cannot be read", new Proxy(input, { get: throws(new Error("do not read me")) }), "do not read me"],
    [
      "a getter that throws",
      Object.defineProperty({ ...input }, "title", { get: throws(new Error("no title")), enumerable: true }),
      "createTestRun: no title",
    ],
    ["a toJSON that throws no error", { ...input, toJSON: throws(Object.create(null)) }, "createTestRun: an Object"],
    ["a toJSON that throws a text", { ...input, start_date: { toJSON: throws("no") } }, 'createTestRun: "no"'],
  ];
  it.each(wrongInputs)("of %s as input is not a raw TypeError, and nothing is sent", async (_what, given, message) => {
    const error = await client.createTestRun(given as typeof input).catch((thrown: Error) => thrown);
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({ outcome: "not-sent", attempts: 0, operation: "createTestRun", method: "POST" });
    expect((error as Error).message).toMatch(message);
    expect(requests).toEqual([]);
  });
});
