import type { IncomingMessage, ServerResponse } from "node:http";
import { bodyLimitOf, collector, type MockRequest } from "../http/request.js";
import { Rejection } from "../http/response.js";

/**
 * Loads Node's HTTP module without an `import`, which would read every export. One of them loads Node's WebSocket,
 * which takes longer than all of the mock's own modules.
 */
export const { createServer } = process.getBuiltinModule("node:http");

/** Reads a request of Node's server. Rejects with a {@link Rejection} for an unusable URL or host. */
export async function readNodeRequest(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  bodyLimit: number | undefined,
): Promise<MockRequest> {
  const { method = "GET" } = incoming;
  const url = urlOf(incoming);
  const headers: Record<string, string> = {};
  for (const [name, value = ""] of Object.entries(incoming.headers)) {
    headers[name] = typeof value === "string" ? value : value.join(", ");
  }
  const caller = new AbortController();
  outgoing.once("close", () => outgoing.writableFinished || caller.abort());
  const hasBody = "content-length" in headers || "transfer-encoding" in headers;
  const bytes = hasBody ? await readBytes(incoming, bodyLimitOf(headers, bodyLimit)) : new Uint8Array();
  return { method, url, headers, bytes, signal: caller.signal };
}

/** Stops at the piece that exceeds the limit, and leaves the connection open, so that the caller gets its response. */
function readBytes(incoming: IncomingMessage, limit: number): Promise<MockRequest["bytes"]> | undefined {
  if (Number(incoming.headers["content-length"]) > limit) return undefined;
  const { add, bytes } = collector(limit);
  return new Promise((resolve, reject) => {
    const read = (piece: Buffer) => {
      if (add(piece)) return;
      incoming.off("data", read).pause();
      resolve(undefined);
    };
    incoming.on("data", read);
    incoming.on("end", () => resolve(bytes()));
    // Also emitted if the caller disconnects before the end.
    incoming.on("error", reject);
  });
}

function urlOf({ url = "", headers }: IncomingMessage): URL {
  // An HTTP 1.0 request may lack a Host header.
  const { host = "localhost" } = headers;
  const text = url.startsWith("/") ? `http://${host}${url}` : url;
  try {
    if (/^https?:[\x21-\x7e]+$/.test(text) && /^[\w.:[\]-]+$/.test(host)) return new URL(text);
  } catch {
    // The rejection says what was unusable.
  }
  const [path, name] = [JSON.stringify(url), JSON.stringify(host)];
  throw new Rejection(400, `Expected a path and a Host header that make a URL, got ${path} at ${name}.`);
}
