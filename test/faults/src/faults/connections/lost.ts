import { type Differences, type Fault, fault, only, type Runtime, succeeds, type Theme, unknown } from "../../fault.ts";
import { cut, jsonType, type Reply, success } from "../../reply.ts";

const lost = unknown("ConnectionError", 1);

/**
 * Returns the fault twice: without and after creating the run. Some runtimes take a truncated response for a shorter
 * one.
 */
function twice(name: string, reply: Partial<Reply>, takenForShorter: Runtime[] = []): Fault[] {
  return [0, 1].map((executed) =>
    fault(
      executed ? `${name}, after creating the run` : name,
      [{ ...success(reply), executes: executed === 1 }],
      unknown("ConnectionError", executed),
      { differs: only(takenForShorter, unknown("ResponseError", executed)) },
    ),
  );
}

function garbled(name: string, raw: string, differs: Differences = {}): Fault {
  return fault(name, [{ executes: true, raw }], lost, { differs });
}

const gzipped = { ...jsonType, "content-encoding": "gzip" };
const shorterInChromium = { chromium: unknown("ResponseError", 1) };

/** The connection is lost, and the request may have arrived. */
export const connectionsLost: Theme = {
  title: "Connections lost",
  faults: [
    ...twice("reset before the response", cut("before the response", "resetting")),
    ...twice("closed before the response", cut("before the response", "closing")),
    ...twice("reset inside the headers", cut("inside the headers", "resetting")),
    ...twice("closed inside the headers", cut("inside the headers", "closing"), ["chromium"]),
    ...twice("reset before the body", cut("before the body", "resetting")),
    ...twice("reset inside the body", cut("inside the body", "resetting")),
    ...twice("closed inside the body", cut("inside the body", "closing")),
    ...twice("closed inside a chunk", { isChunked: true, ...cut("inside the body", "closing") }, ["node20"]),
    fault(
      "closed before the last chunk, which is empty",
      [success({ isChunked: true, ...cut("before the last chunk", "closing") })],
      lost,
      { differs: { node20: succeeds() } },
    ),
    fault(
      "gzip cut off",
      [success({ headers: gzipped, body: { gzip: true }, ...cut("inside the body", "closing") })],
      lost,
    ),
    fault("a body that is not gzip, although the header says so", [success({ headers: gzipped })], lost),
    garbled("a response that is not HTTP", "SSH-2.0-OpenSSH_9.9\r\n"),
    garbled("a response with a broken header", "HTTP/1.1 200 OK\r\nno colon here\r\n\r\n", shorterInChromium),
    garbled("a length that is not a number", "HTTP/1.1 200 OK\r\ncontent-length: lots\r\n\r\n{}", shorterInChromium),
    garbled("a broken chunk", "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n"),
    garbled(
      "unsolicited 101",
      "HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n",
      only(["deno", "workerd"], unknown("ApiError", 1)),
    ),
  ],
};
