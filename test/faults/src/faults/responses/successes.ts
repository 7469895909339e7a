import { succeeds, type Theme } from "../../fault.ts";
import { success } from "../../reply.ts";

const earlyHints = "HTTP/1.1 103 Early Hints\r\nlink: </style.css>; rel=preload\r\n\r\n";
const documentedBody = '{"message":"","data":{"test_run":{"id":"{id}"}}}';

/** A documented success is a success, however it is sent. */
export const successes: Theme = {
  title: "Successes, however they are sent",
  faults: [
    { name: "200", replies: [success()], expected: succeeds() },
    { name: "201", replies: [success({ status: 201 })], expected: succeeds() },
    { name: "202", replies: [success({ status: 202 })], expected: succeeds() },
    { name: "299", replies: [success({ status: 299 })], expected: succeeds() },
    { name: "200, chunked", replies: [success({ framing: "chunked" })], expected: succeeds() },
    { name: "200, its end marked by closing", replies: [success({ framing: "until-close" })], expected: succeeds() },
    {
      name: "200, three bytes at a time",
      replies: [success({ drip: { bytes: 3, everyMs: 1 } })],
      expected: succeeds(),
    },
    {
      name: "200 after 103 Early Hints",
      replies: [
        {
          executes: true,
          raw: `${earlyHints}HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-type: application/json\r\n\r\n${documentedBody}`,
        },
      ],
      expected: succeeds(),
    },
    {
      name: "200, gzip",
      replies: [
        success({
          headers: { "content-type": "application/json", "content-encoding": "gzip" },
          body: { compression: "gzip" },
        }),
      ],
      expected: succeeds(),
    },
    {
      name: "200, Brotli",
      replies: [
        success({
          headers: { "content-type": "application/json", "content-encoding": "br" },
          body: { compression: "br" },
        }),
      ],
      expected: succeeds(),
    },
    { name: "200 with a byte order mark", replies: [success({ body: { byteOrderMark: true } })], expected: succeeds() },
    {
      name: "200 said to be text/html, with the documented JSON",
      replies: [success({ headers: { "content-type": "text/html" } })],
      expected: succeeds(),
    },
    { name: "200 with 9 MiB", replies: [success({ body: { blanks: 9 * 2 ** 20 } })], expected: succeeds() },
    { name: "200 without a content type", replies: [success({ headers: {} })], expected: succeeds() },
    {
      name: "200, reset after the last byte",
      replies: [success({ cut: { at: "after the body", by: "resetting" } })],
      expected: succeeds(),
    },
    {
      name: "200 on a connection kept open",
      before: { by: "createTestRun", reply: success({ keepAlive: true }) },
      replies: [success({ keepAlive: true })],
      expected: succeeds(),
    },
  ],
};
