import { describe, expect, it, vi } from "vitest";
import {
  ApiError,
  AuthenticationError,
  createClient,
  NotFoundError,
  RateLimitError,
  ResponseError,
  ServerError,
  TestsigmaError,
  ValidationError,
} from "../src/index.js";
import { created, input, json, stubService, switching, url } from "./stub-service.js";

const failing = (response: Response) =>
  createClient({ apiKey: "key", maxRetries: 0, fetch: stubService(response).fetch })
    .createTestRun(input)
    .then(
      () => expect.fail("it resolved"),
      (error: unknown) => error,
    );

const classes: [status: number, type: unknown, outcome: string][] = [
  [400, ValidationError, "rejected"],
  [401, AuthenticationError, "rejected"],
  [403, AuthenticationError, "rejected"],
  [404, NotFoundError, "rejected"],
  [409, ApiError, "rejected"],
  [422, ValidationError, "rejected"],
  [429, RateLimitError, "rejected"],
  [500, ServerError, "unknown"],
  [503, ServerError, "unknown"],
];

describe("an unsuccessful status", () => {
  it.each(classes)("%i becomes its class and outcome", async (status, type, outcome) => {
    const error = await failing(json({ message: "no" }, status));
    expect(error).toBeInstanceOf(type);
    expect(error).toBeInstanceOf(TestsigmaError);
    expect(error).toMatchObject({ status, outcome, attempts: 1, body: { message: "no" } });
  });

  it("500 with the message of the rate limit is a RateLimitError", async () => {
    const error = await failing(json({ message: "rate limit exceeded" }, 500));
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error).toMatchObject({ outcome: "rejected", retryAfterMs: undefined });
  });

  it("below 200, which some runtimes let through, is of unknown outcome", async () => {
    const client = createClient({ apiKey: "key", fetch: stubService(switching).fetch });
    await expect(client.createTestRun(input)).rejects.toMatchObject({
      name: "ApiError",
      outcome: "unknown",
      attempts: 1,
    });
  });

  it("says in its message what the service said, and of which call", async () => {
    const error = await failing(json({ message: "Not found", errors: { details: "no project 7" } }, 404));
    expect(error).toHaveProperty("message", `createTestRun: 404: Not found: no project 7 (POST ${url})`);
  });

  it("cuts what the service said in its message short, but not in its body", async () => {
    const message = "x".repeat(1000);
    const error = await failing(json({ message }, 404));
    expect(error).toHaveProperty("body", { message });
    expect((error as Error).message.length).toBeLessThan(500);
  });

  it("warns before a create whose outcome is unknown is sent again", async () => {
    expect(await failing(json({}, 500))).toHaveProperty(
      "message",
      expect.stringContaining("It may have been executed: look before resending."),
    );
  });

  it("carries the request id from either header", async () => {
    expect(await failing(json({}, 404, { "x-request-id": "a" }))).toHaveProperty("requestId", "a");
    expect(await failing(json({}, 404, { "x-tms-api-request-id": "b" }))).toHaveProperty("requestId", "b");
  });

  it.each([
    ["empty", "", undefined],
    ["an HTML page", "<h1>502</h1>", "<h1>502</h1>"],
    ["truncated JSON", '{"message":', '{"message":'],
  ])("is an error when its body is %s", async (_what, text, body) => {
    expect(await failing(new Response(text, { status: 502 }))).toMatchObject({
      name: "ServerError",
      status: 502,
      body,
    });
  });

  it("is reported although its body breaks off", async () => {
    const broken = () =>
      new Response(
        new ReadableStream({
          start: (controller) => controller.enqueue(new TextEncoder().encode('{"message":')),
          pull: (controller) => controller.error(new Error("gone")),
        }),
        { status: 404 },
      );
    const client = createClient({ apiKey: "key", fetch: stubService(broken).fetch });
    await expect(client.createTestRun(input)).rejects.toMatchObject({ name: "NotFoundError", body: undefined });
  });
});

describe("the cause of a failure", () => {
  it("is what the runtime reported, and no enumerable property", async () => {
    const cause = new TypeError("Failed to fetch");
    const error = await createClient({ apiKey: "key", fetch: stubService(cause).fetch })
      .createTestRun(input)
      .catch((thrown: unknown) => thrown as Error);
    expect(error).toHaveProperty("cause", cause);
    expect(Object.keys(error)).not.toContain("cause");
  });
});

describe("a failure that cannot be explained", () => {
  it("is of unknown outcome, never said to be not sent", async () => {
    const circle = new Error("lost");
    circle.cause = new Error("lost", { cause: circle });
    const { fetch } = stubService(circle);
    await expect(createClient({ apiKey: "key", fetch }).createTestRun(input)).rejects.toMatchObject({
      name: "ConnectionError",
      outcome: "unknown",
      attempts: 1,
    });
  });
});

describe("a success", () => {
  const unusable: [what: string, response: Response, message: string][] = [
    ["an empty body", new Response(null, { status: 200 }), "200: body lacks a JSON object"],
    ["no content", new Response(null, { status: 204 }), "204: body lacks a JSON object"],
    [
      "an HTML page",
      new Response("<html>", { headers: { "content-type": "text/html" } }),
      "200: body lacks a JSON object (text/html)",
    ],
    ["truncated JSON", new Response('{"message":"","da'), "200: body lacks a JSON object"],
    ["an array", json([]), "200: body lacks a JSON object"],
    ["another wrapper", json({ message: "" }), "200: body lacks data"],
    ["an empty wrapper", json({ message: "", data: null }), "200: body lacks data"],
    ["no test run", json({ message: "", data: {} }), "200: body lacks data.test_run"],
  ];
  it.each(unusable)("with %s is a ResponseError of unknown outcome", async (_what, response, message) => {
    const error = await failing(response);
    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({ outcome: "unknown", attempts: 1, status: response.status });
    expect(error).toHaveProperty("message", expect.stringContaining(message));
  });

  it("with a body over 10 MiB is a ResponseError", async () => {
    const chunk = new Uint8Array(2 ** 20);
    const cancel = vi.fn();
    const endless = () => new Response(new ReadableStream({ pull: (controller) => controller.enqueue(chunk), cancel }));
    const client = createClient({ apiKey: "key", fetch: stubService(endless).fetch });
    await expect(client.createTestRun(input)).rejects.toMatchObject({ name: "ResponseError", outcome: "unknown" });
    expect(cancel).toHaveBeenCalledOnce();
  });

  it("whose body breaks off is a ConnectionError of unknown outcome", async () => {
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"message":'));
        controller.error(new Error("gone"));
      },
    });
    expect(await failing(new Response(broken))).toMatchObject({ name: "ConnectionError", outcome: "unknown" });
  });

  it("whose body breaks off for no reason is not taken for too large", async () => {
    const broken = new ReadableStream({ start: (controller) => controller.error() });
    expect(await failing(new Response(broken))).toMatchObject({
      name: "ConnectionError",
      message: expect.stringContaining("200: body cut off"),
    });
  });

  it("may come in pieces that end within a character", async () => {
    const bytes = new TextEncoder().encode(JSON.stringify({ ...created, message: "größer" }));
    const start = (controller: ReadableStreamDefaultController) => {
      for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
      controller.close();
    };
    const { fetch } = stubService(() => new Response(new ReadableStream({ start })));
    const result = await createClient({ apiKey: "key", fetch }).createTestRun(input);
    expect(result.message).toBe("größer");
  });

  it("may begin with a byte order mark", async () => {
    const response = new Response(`\uFEFF${JSON.stringify(created)}`);
    const client = createClient({ apiKey: "key", fetch: stubService(response).fetch });
    await expect(client.createTestRun(input)).resolves.toEqual(created);
  });
});
