import { describe, expect, it } from "vitest";
import { fromFetch } from "../../src/http/mock-request.js";
import { mockOf } from "../mock-of.js";

/** Sends a body to an operation that accepts these media types. */
async function send(mediaTypes: Record<string, object>, init: RequestInit, bodyLimit?: number) {
  const content = Object.fromEntries(Object.entries(mediaTypes).map(([name, schema]) => [name, { schema }]));
  const responses = { "200": { description: "Fine" } };
  const requestBody = Object.keys(mediaTypes).length === 0 ? undefined : { content };
  const spec = { openapi: "3.1.0", paths: { "/things": { post: { requestBody, responses } } } };
  const mock = mockOf(spec, bodyLimit === undefined ? {} : { bodyLimit });
  const response = await mock("http://mock.test/things", { method: "POST", ...init });
  return { status: response.status, text: await response.text(), recorded: mock.requests[0]?.body };
}

const json = "application/json";
const bytes = new Uint8Array([0x66, 0xff, 0x00]);
const utf8 = new TextEncoder().encode("☃");

describe("a body", () => {
  it.each<[taken: string, sent: string, body: string | Uint8Array<ArrayBuffer>, recorded: unknown]>([
    [json, json, '{"a":1}', { a: 1 }],
    [json, "Application/JSON; charset=utf-8", '{"a":1}', { a: 1 }],
    [json, "application/json; charset=US-ASCII", '{"a":1}', { a: 1 }],
    [json, "application/json; charset=utf8", '{"a":1}', { a: 1 }],
    ["application/json", "Application/JSON", '{"a":1}', { a: 1 }],
    ["text/plain", "text/plain", "a", "a"],
    ["text/csv", "TEXT/CSV", utf8, "☃"],
    ["application/xml", "application/xml", "<a/>", "<a/>"],
    ["application/soap+xml", "application/soap+xml", "<a/>", "<a/>"],
  ])("where %s is taken, sent as %s, is recorded (%#)", async (taken, sent, body, recorded) => {
    const result = await send({ [taken]: {} }, { headers: { "Content-Type": sent }, body });

    expect(result).toEqual({ status: 200, text: "", recorded });
  });

  it("is checked against the schema of its media type", async () => {
    const taken = { [json]: { type: "object" }, "text/plain": { type: "string", maxLength: 2 } };
    const sendAs = (type: string, body: string) => send(taken, { headers: { "Content-Type": type }, body });

    expect((await sendAs(json, "{}")).status).toBe(200);
    expect((await sendAs("text/plain", "{}")).status).toBe(200);
    expect((await sendAs("text/plain", "{ }")).status).toBe(422);
  });

  it("may be missing", async () => {
    expect(await send({ [json]: {} }, {})).toEqual({ status: 200, text: "", recorded: undefined });
  });

  it("may say that it has no encoding", async () => {
    const headers = { "Content-Type": json, "Content-Encoding": "identity" };
    expect((await send({ [json]: {} }, { headers, body: "{}" })).status).toBe(200);
  });
});

describe("a body is rejected", () => {
  it.each<[RequestInit, number, string]>([
    [{ body: "{", headers: { "Content-Type": json } }, 400, "The body is not valid JSON: "],
    [{ body: bytes, headers: { "Content-Type": "text/plain" } }, 400, "The body is not valid UTF-8."],
    [
      { body: "{}", headers: { "Content-Type": "text/csv" } },
      415,
      "Content-Type must be application/json or text/plain; given: text/csv.",
    ],
    [{ body: bytes }, 415, "Content-Type must be application/json or text/plain; given: none."],
    [
      { body: "{}", headers: { "Content-Type": "application/json; charset=latin1" } },
      415,
      "The charset must be utf-8; given: latin1.",
    ],
    [
      { body: "{}", headers: { "Content-Type": "application/json; charset=xutf-8" } },
      415,
      "The charset must be utf-8; given: xutf-8.",
    ],
    [
      { body: "{}", headers: { "Content-Type": "application/json; charset=utf-8x" } },
      415,
      "The charset must be utf-8; given: utf-8x.",
    ],
    [
      { body: "{}", headers: { "Content-Type": json, "Content-Encoding": "gzip" } },
      415,
      "The mock decodes no Content-Encoding; given: gzip.",
    ],
  ])("%j", async (init, code, message) => {
    const { status, text } = await send({ [json]: {}, "text/plain": {} }, init);

    expect(status).toBe(code);
    expect(JSON.parse(text)).toEqual({ code, message: expect.stringContaining(message) });
  });

  it("as soon as it is too large, although there is more", async () => {
    let pulled = 0;
    const body = new ReadableStream({
      pull(controller) {
        controller.enqueue(bytes);
        if (++pulled === 100) controller.close();
      },
    });
    const init = { body, duplex: "half" as const, headers: { "Content-Type": "text/plain" } };

    expect((await send({ "text/plain": {} }, init, 2 * bytes.length)).status).toBe(413);
    expect(pulled).toBeLessThan(10);
  });

  it("where the operation takes none", async () => {
    const { status, text } = await send({}, { body: "{}" });

    expect([status, JSON.parse(text)]).toEqual([415, { code: 415, message: "POST /things takes no body." }]);
  });

  it("by what it says of its length, before it is read", async () => {
    const headers = { "Content-Type": json, "Content-Length": "11" };
    const { status, text } = await send({ [json]: {} }, { body: "{}", headers }, 10);

    expect(status).toBe(413);
    expect(JSON.parse(text)).toEqual({ code: 413, message: "The body is larger than the mock's limit of 10 bytes." });
  });

  it.each([
    [10, 200],
    [9, 413],
  ])("where it is larger than the limit: 10 bytes of %i", async (limit, status) => {
    const headers = { "Content-Type": "text/plain", "Content-Length": "10" };
    const taken = { "text/plain": {} };

    expect((await send(taken, { body: "x".repeat(10), headers }, limit)).status).toBe(status);
    expect(
      (await send(taken, { body: "x".repeat(10), headers: { ...headers, "Content-Length": "" } }, limit)).status,
    ).toBe(status);
  });

  it.each([
    ["application/x-www-form-urlencoded", 1024 * 1024 + 1, 200],
    ["multipart/form-data; boundary=x", 1024 * 1024 + 1, 400],
    ["text/plain", 1024 * 1024, 200],
    ["text/plain", 1024 * 1024 + 1, 413],
  ])("where it is larger than its kind may be: %s of %i bytes", async (type, size, status) => {
    const taken = { "multipart/form-data": {}, "application/x-www-form-urlencoded": {}, "text/plain": {} };
    const body = "x".repeat(size);

    expect((await send(taken, { body, headers: { "Content-Type": type } })).status).toBe(status);
  });
});

describe("the body of a request", () => {
  it("is none where fetch has none", () => {
    expect(fromFetch(new Request("https://a.test")).body).toBeUndefined();
  });

  it("is read in pieces, as far as they are wanted", async () => {
    const pieces = ["a", "b", "c"].map((text) => new TextEncoder().encode(text));
    const body = new ReadableStream({
      pull(controller) {
        const piece = pieces.shift();
        if (piece) controller.enqueue(piece);
        else controller.close();
      },
    });
    const request = fromFetch(new Request("https://a.test", { method: "POST", body, duplex: "half" }));
    const read: string[] = [];
    const take = (wanted: number) => (piece: Uint8Array) => {
      read.push(new TextDecoder().decode(piece));
      return read.length < wanted;
    };

    await request.body?.(take(2));
    expect(read).toEqual(["a", "b"]);
  });
});
