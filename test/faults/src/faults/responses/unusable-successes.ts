import { type Fault, type Theme, unknown } from "../../fault.ts";
import { type Reply, success } from "../../reply.ts";

const tenMebibytes = 10 * 2 ** 20;

function unusable(name: string, reply: Partial<Reply>): Fault {
  return {
    name,
    replies: [success(reply)],
    expected: unknown("ResponseError", 1),
  };
}

function text(content: string): Partial<Reply> {
  return { body: { text: content } };
}

/** The status is a success, but the documented body is missing: the run exists, and its id is not known. */
export const unusableSuccesses: Theme = {
  title: "Successes without the documented body",
  faults: [
    unusable("200 with an empty body", { body: { text: "" } }),
    unusable("200 with blanks", text(" \n ")),
    unusable("200 as an HTML page", {
      headers: { "content-type": "text/html" },
      body: { text: "<!doctype html><title>Sign in</title>" },
    }),
    unusable("200 as an HTML page said to be JSON", text("<html></html>")),
    unusable("200 with JSON of another shape", text('{"ok":true}')),
    unusable("200 with a message and no data", text('{"message":""}')),
    unusable("200 with data and no message", text('{"data":{"test_run":{}}}')),
    unusable("200 with empty data", text('{"message":"","data":{}}')),
    unusable("200 with null", text("null")),
    unusable("200 with an array", text("[]")),
    unusable("200 with a number", text("7")),
    unusable("200 with a text", text('"created"')),
    unusable("200 with two JSON documents", text('{"message":"","data":{}}{"message":""}')),
    unusable("200 with JSON cut off, length to match", text('{"message":"","data":{"test_run":{"id":"7b2f')),
    unusable("200 cut off, its end marked by closing", {
      framing: "until-close",
      cut: { at: "inside the body", by: "closing" },
    }),
    unusable("200 in UTF-16", {
      headers: { "content-type": "application/json; charset=utf-16le" },
      body: { encoding: "utf16le", byteOrderMark: true },
    }),
    unusable("200 with random bytes", { body: { text: "\u00ff\u00fe\u0000\u0080{}", encoding: "latin1" } }),
    unusable("200 with undeclared gzip", { body: { compression: "gzip" } }),
    unusable("200 with 11 MiB", { body: { blanks: 1.1 * tenMebibytes } }),
    unusable("200 with 64 MiB behind 64 kB of gzip", {
      headers: { "content-type": "application/json", "content-encoding": "gzip" },
      body: { blanks: 6.4 * tenMebibytes, compression: "gzip" },
    }),
    unusable("204", { status: 204, body: { text: "" } }),
    unusable("205", { status: 205, body: { text: "" } }),
    unusable("206 with half of the response", { status: 206, body: { text: '{"message":"","da' } }),
  ],
};
