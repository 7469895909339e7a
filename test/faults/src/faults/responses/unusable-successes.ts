import { type Fault, fault, type Theme, unknown } from "../../fault.ts";
import { compressed, cut, jsonType, pageReply, type Reply, success } from "../../reply.ts";

const mebibytes = 2 ** 20;

function unusable(name: string, reply: Partial<Reply>): Fault {
  return fault(name, [success(reply)], unknown("ResponseError", 1));
}

const texts = {
  "with an empty body": "",
  "with blanks": " \n ",
  "as an HTML page said to be JSON": "<html></html>",
  "with JSON of another shape": '{"ok":true}',
  "with a message and no data": '{"message":""}',
  "with data and no message": '{"data":{"test_run":{}}}',
  "with empty data": '{"message":"","data":{}}',
  "with null": "null",
  "with an array": "[]",
  "with a number": "7",
  "with a text": '"created"',
  "with two JSON documents": '{"message":"","data":{}}{"message":""}',
  "with JSON cut off, length to match": '{"message":"","data":{"test_run":{"id":"7b2f',
};

/** The status is a success, but the documented body is missing: the run exists, and its id is not known. */
export const unusableSuccesses: Theme = {
  title: "Successes without the documented body",
  faults: [
    ...Object.entries(texts).map(([what, text]) => unusable(`200 ${what}`, { body: { text } })),
    unusable("200 as an HTML page", pageReply(200, "<!doctype html><title>Sign in</title>")),
    unusable("200 cut off, its end marked by closing", {
      framing: "until-close",
      ...cut("inside the body", "closing"),
    }),
    unusable("200 in UTF-16", {
      headers: { "content-type": "application/json; charset=utf-16le" },
      body: { encoding: "utf16le", byteOrderMark: true },
    }),
    unusable("200 with random bytes", { body: { text: "\u00ff\u00fe\u0000\u0080{}", encoding: "latin1" } }),
    unusable("200 with undeclared gzip", { ...compressed("gzip"), headers: jsonType }),
    unusable("200 with 11 MiB", { body: { blanks: 11 * mebibytes } }),
    unusable("200 with 64 MiB behind 64 kB of gzip", {
      ...compressed("gzip"),
      body: { blanks: 64 * mebibytes, compression: "gzip" },
    }),
    ...[204, 205].map((status) => unusable(`${status}`, { status, body: { text: "" } })),
    unusable("206 with half of the response", { status: 206, body: { text: '{"message":"","da' } }),
  ],
};
