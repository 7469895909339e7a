import { type Fault, type Runtime, succeeds, type Theme, unknown } from "../../fault.ts";
import { type Cut, type Reply, success } from "../../reply.ts";

function cut(at: Cut["at"], by: Cut["by"]): Partial<Reply> {
  return { cut: { at, by } };
}

function chunkedCut(at: Cut["at"]): Partial<Reply> {
  return { framing: "chunked", ...cut(at, "closing") };
}

/**
 * Returns the fault twice: without and after creating the run. Some runtimes take a truncated response for a shorter
 * one.
 */
function lost(name: string, reply: Partial<Reply>, takenForShorter: Runtime[] = []): Fault[] {
  return ([0, 1] as const).map((executed) => ({
    name: executed ? `${name}, after creating the run` : name,
    replies: [{ ...success(reply), executes: executed === 1 }],
    expected: unknown("ConnectionError", executed),
    differs: Object.fromEntries(takenForShorter.map((runtime) => [runtime, unknown("ResponseError", executed)])),
  }));
}

function garbled(name: string, raw: string, differs: Fault["differs"] = {}): Fault {
  return {
    name,
    replies: [{ executes: true, raw }],
    expected: unknown("ConnectionError", 1),
    differs,
  };
}

const shorterInChromium = { chromium: unknown("ResponseError", 1) };

const gzip = { "content-type": "application/json", "content-encoding": "gzip" };

/** The connection is lost, and the request may have arrived. */
export const connectionsLost: Theme = {
  title: "Connections lost",
  faults: [
    ...lost("reset before the response", cut("before the response", "resetting")),
    ...lost("closed before the response", cut("before the response", "closing")),
    ...lost("reset inside the headers", cut("inside the headers", "resetting")),
    ...lost("closed inside the headers", cut("inside the headers", "closing"), ["chromium"]),
    ...lost("reset before the body", cut("before the body", "resetting")),
    ...lost("reset inside the body", cut("inside the body", "resetting")),
    ...lost("closed inside the body", cut("inside the body", "closing")),
    ...lost("closed inside a chunk", chunkedCut("inside the body"), ["node20"]),
    {
      name: "closed before the last chunk, which is empty",
      replies: [success(chunkedCut("before the last chunk"))],
      expected: unknown("ConnectionError", 1),
      differs: { node20: succeeds() },
    },
    {
      name: "gzip cut off",
      replies: [success({ headers: gzip, body: { compression: "gzip" }, ...cut("inside the body", "closing") })],
      expected: unknown("ConnectionError", 1),
    },
    {
      name: "a body said to be gzip that is none",
      replies: [success({ headers: gzip })],
      expected: unknown("ConnectionError", 1),
    },
    garbled("a response that is not HTTP", "SSH-2.0-OpenSSH_9.9\r\n"),
    garbled("a response with a broken header", "HTTP/1.1 200 OK\r\nno colon here\r\n\r\n", shorterInChromium),
    garbled("a length that is no number", "HTTP/1.1 200 OK\r\ncontent-length: lots\r\n\r\n{}", shorterInChromium),
    garbled("a broken chunk", "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n"),
    garbled("unsolicited 101", "HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n", {
      deno: unknown("ApiError", 1),
      workerd: unknown("ApiError", 1),
    }),
  ],
};
