import { describe, expect, it } from "vitest";
import { fromFetch } from "../../src/http/mock-request.js";
import { fine, mockOf } from "../mock-of.js";

const json = "application/json";

/** Sends a body of a media type to an operation that accepts these media types. */
async function send(accepted: Record<string, object>, type: string, init: RequestInit, bodyLimit?: number) {
  const content = Object.fromEntries(Object.entries(accepted).map(([name, schema]) => [name, { schema }]));
  const requestBody = Object.keys(accepted).length === 0 ? undefined : { content };
  const mock = mockOf(
    { paths: { "/things": { post: { requestBody, responses: fine } } } },
    bodyLimit ? { bodyLimit } : {},
  );
  const headers = { ...(type && { "Content-Type": type }), ...init.headers };
  const response = await mock("http://mock.test/things", { method: "POST", ...init, headers });
  return { status: response.status, text: await response.text(), recorded: mock.requests[0]?.body };
}

const bytes = new Uint8Array([0x66, 0xff, 0x00]);
const utf8 = new TextEncoder().encode("☃");

describe("a body", () => {
  it.each<[accepted: string, sent: string, body: string | Uint8Array<ArrayBuffer>, recorded: unknown]>([
    [json, json, '{"a":1}', { a: 1 }],
    [json, 'Application/JSON; charset="UTF-8"', '{"a":1}', { a: 1 }],
    [json, "application/json; charset=US-ASCII", '{"a":1}', { a: 1 }],
    [json, "application/json; charset=utf8", '{"a":1}', { a: 1 }],
    ["text/csv", "TEXT/CSV", utf8, "☃"],
    ["application/soap+xml", "application/soap+xml", "<a/>", "<a/>"],
  ])("where %s is accepted, sent as %s, is recorded (%#)", async (accepted, sent, body, recorded) => {
    expect(await send({ [accepted]: {} }, sent, { body })).toEqual({ status: 200, text: "", recorded });
  });

  it.each([
    [json, "{}", 200],
    ["text/plain", "{}", 200],
    ["text/plain", "{ }", 422],
  ])("is checked against the schema of its media type: %s %s", async (type, body, status) => {
    const accepted = { [json]: { type: "object" }, "text/plain": { type: "string", maxLength: 2 } };

    expect((await send(accepted, type, { body })).status).toBe(status);
  });

  it("may be missing, or say that it has no encoding", async () => {
    const headers = { "Content-Encoding": "identity" };

    expect(await send({ [json]: {} }, "", {})).toEqual({ status: 200, text: "", recorded: undefined });
    expect((await send({ [json]: {} }, json, { headers, body: "{}" })).status).toBe(200);
  });
});

describe("a body is rejected", () => {
  const accepted = { [json]: {}, "text/plain": {} };
  const gzip = { "Content-Encoding": "gzip" };
  it.each<[type: string, init: RequestInit, code: number, message: string]>([
    [json, { body: "{" }, 400, "The body is not valid JSON: "],
    ["text/plain", { body: bytes }, 400, "The body is not valid UTF-8."],
    ["text/csv", { body: "{}" }, 415, "Content-Type must be application/json or text/plain; given: text/csv."],
    ["", { body: bytes }, 415, "Content-Type must be application/json or text/plain; given: none."],
    [`${json}; charset=latin1`, { body: "{}" }, 415, "The charset must be utf-8; given: latin1."],
    [`${json}; charset=xutf-8`, { body: "{}" }, 415, "The charset must be utf-8; given: xutf-8."],
    [`${json}; charset=utf-8x`, { body: "{}" }, 415, "The charset must be utf-8; given: utf-8x."],
    [json, { body: "{}", headers: gzip }, 415, "The mock decodes no Content-Encoding; given: gzip."],
  ])("%s %j", async (type, init, code, message) => {
    const { status, text } = await send(accepted, type, init);

    expect(status).toBe(code);
    expect(JSON.parse(text)).toEqual({ code, message: expect.stringContaining(message) });
  });

  it("where the operation takes none", async () => {
    const { status, text } = await send({}, "", { body: "{}" });

    expect([status, JSON.parse(text)]).toEqual([415, { code: 415, message: "POST /things takes no body." }]);
  });

  it("as soon as it is too large, although there is more", async () => {
    let pulled = 0;
    const body = new ReadableStream({
      pull(controller) {
        controller.enqueue(bytes);
        if (++pulled === 100) controller.close();
      },
    });

    expect((await send(accepted, "text/plain", { body, duplex: "half" as const }, 2 * bytes.length)).status).toBe(413);
    expect(pulled).toBeLessThan(10);
  });

  it("by what it says of its length, before it is read", async () => {
    const { status, text } = await send(accepted, json, { body: "{}", headers: { "Content-Length": "11" } }, 10);

    expect(status).toBe(413);
    expect(JSON.parse(text)).toEqual({ code: 413, message: "The body is larger than the mock's limit of 10 bytes." });
  });

  it.each([
    [10, "10", 200],
    [10, "", 200],
    [9, "10", 413],
    [9, "", 413],
  ])("where it is larger than the limit: 10 bytes of %i, with the length %j", async (limit, length, status) => {
    const init = { body: "x".repeat(10), headers: { "Content-Length": length } };

    expect((await send(accepted, "text/plain", init, limit)).status).toBe(status);
  });

  it.each([
    ["application/x-www-form-urlencoded", 1024 * 1024 + 1, 200],
    ["multipart/form-data; boundary=x", 1024 * 1024 + 1, 400],
    ["text/plain", 1024 * 1024, 200],
    ["text/plain", 1024 * 1024 + 1, 413],
  ])("where it is larger than its kind may be: %s of %i bytes", async (type, size, status) => {
    const forms = { "multipart/form-data": {}, "application/x-www-form-urlencoded": {}, "text/plain": {} };

    expect((await send(forms, type, { body: "x".repeat(size) })).status).toBe(status);
  });
});

it("reads the body of a fetch in pieces, as far as they are wanted", async () => {
  const pieces = ["a", "b", "c"].map((text) => new TextEncoder().encode(text));
  const body = ReadableStream.from(pieces);
  const request = fromFetch(new Request("https://a.test", { method: "POST", body, duplex: "half" }));
  const read: string[] = [];
  await request.body?.((piece) => {
    read.push(new TextDecoder().decode(piece));
    return read.length < 2;
  });

  expect(read).toEqual(["a", "b"]);
  expect(fromFetch(new Request("https://a.test")).body).toBeUndefined();
});
