import { succeeds, type Theme } from "../../fault.ts";
import { created } from "../../reply.ts";

const earlyHints = "HTTP/1.1 103 Early Hints\r\nlink: </style.css>; rel=preload\r\n\r\n";
const documentedBody = '{"message":"","data":{"test_run":{"id":"{id}"}}}';

/** However a documented success arrives, it is a success. */
export const successes: Theme = {
  title: "Successes, however they are sent",
  faults: [
    { name: "200", replies: [created()], expected: succeeds() },
    { name: "201", replies: [created({ status: 201 })], expected: succeeds() },
    { name: "202", replies: [created({ status: 202 })], expected: succeeds() },
    { name: "299", replies: [created({ status: 299 })], expected: succeeds() },
    { name: "200, chunked", replies: [created({ framing: "chunked" })], expected: succeeds() },
    { name: "200, its end marked by closing", replies: [created({ framing: "until-close" })], expected: succeeds() },
    {
      name: "200, three bytes at a time",
      replies: [created({ drip: { bytes: 3, everyMs: 1 } })],
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
        created({
          headers: { "content-type": "application/json", "content-encoding": "gzip" },
          body: { compression: "gzip" },
        }),
      ],
      expected: succeeds(),
    },
    {
      name: "200, Brotli",
      replies: [
        created({
          headers: { "content-type": "application/json", "content-encoding": "br" },
          body: { compression: "br" },
        }),
      ],
      expected: succeeds(),
    },
    { name: "200 with a byte order mark", replies: [created({ body: { byteOrderMark: true } })], expected: succeeds() },
    {
      name: "200 said to be text/html, with the documented JSON",
      replies: [created({ headers: { "content-type": "text/html" } })],
      expected: succeeds(),
    },
    { name: "200 with 9 MiB", replies: [created({ body: { blanks: 9 * 2 ** 20 } })], expected: succeeds() },
    { name: "200 without a content type", replies: [created({ headers: {} })], expected: succeeds() },
    {
      name: "200, reset after the last byte",
      replies: [created({ cut: { at: "after the body", by: "resetting" } })],
      expected: succeeds(),
    },
    {
      name: "200 on a connection kept open",
      before: created({ keepAlive: true }),
      replies: [created({ keepAlive: true })],
      expected: succeeds(),
    },
  ],
};
