import { type Fault, fault, succeeds, type Theme } from "../../fault.ts";
import { compressed, cut, type Reply, success } from "../../reply.ts";

const earlyHints = "HTTP/1.1 103 Early Hints\r\nlink: </style.css>; rel=preload\r\n\r\n";
const head = "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-type: application/json\r\n\r\n";
const documentedBody = '{"message":"","data":{"test_run":{"id":"{id}"}}}';

function sent(name: string, reply: Partial<Reply> = {}, change: Partial<Fault> = {}): Fault {
  return fault(name, [success(reply)], succeeds(), change);
}

/** A documented success is a success, however it is sent. */
export const successes: Theme = {
  title: "Successes, however they are sent",
  faults: [
    sent("200"),
    ...[201, 202, 299].map((status) => sent(`${status}`, { status })),
    sent("200, chunked", { framing: "chunked" }),
    sent("200, its end marked by closing", { framing: "until-close" }),
    sent("200, three bytes at a time", { drip: { bytes: 3, everyMs: 1 } }),
    fault("200 after 103 Early Hints", [{ executes: true, raw: earlyHints + head + documentedBody }], succeeds()),
    sent("200, gzip", compressed("gzip")),
    sent("200, Brotli", compressed("br")),
    sent("200 with a byte order mark", { body: { byteOrderMark: true } }),
    sent("200 said to be text/html, with the documented JSON", { headers: { "content-type": "text/html" } }),
    sent("200 with 9 MiB", { body: { blanks: 9 * 2 ** 20 } }),
    sent("200 without a content type", { headers: {} }),
    sent("200, reset after the last byte", cut("after the body", "resetting")),
    sent(
      "200 on a connection kept open",
      { keepAlive: true },
      { before: { by: "createTestRun", reply: success({ keepAlive: true }) } },
    ),
  ],
};
