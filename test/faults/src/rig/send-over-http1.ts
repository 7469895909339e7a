import { once } from "node:events";
import type { Socket } from "node:net";
import { TLSSocket } from "node:tls";
import type { Cut, Reply } from "../reply.ts";
import type { RenderedResponse } from "./render-response.ts";

const lastChunkBytes = 5;

function bytesBeforeCut({ at }: Cut, head: number, body: number): number {
  if (typeof at === "number") return Math.floor(at * (head + body));
  return {
    "before the response": 0,
    "inside the headers": Math.floor(head / 2),
    "before the body": head,
    "inside the body": head + Math.floor(body / 2),
    "before the last chunk": head + body - lastChunkBytes,
    "after the body": head + body,
  }[at];
}

/** Returns the bytes of a response; `head` ends with the blank line. */
function frame({ raw, isChunked, keepAlive }: Reply, response: RenderedResponse): { head: Buffer; body: Buffer } {
  if (raw !== undefined) return { head: Buffer.from(raw), body: Buffer.alloc(0) };
  const { status, content } = response;
  const headers: Record<string, string> = { ...response.headers, connection: keepAlive ? "keep-alive" : "close" };
  if (isChunked) headers["transfer-encoding"] = "chunked";
  else if (status !== 204) headers["content-length"] = String(content.length);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = Buffer.from(`HTTP/1.1 ${status} Rigged\r\n${lines.join("")}\r\n`);
  if (!isChunked) return { head, body: content };
  const chunk = [`${content.length.toString(16)}\r\n`, content, "\r\n0\r\n\r\n"];
  return { head, body: Buffer.concat(chunk.map((part) => Buffer.from(part))) };
}

async function write(socket: Socket, bytes: Buffer): Promise<void> {
  const slice = 64 * 1024;
  for (let start = 0; start < bytes.length && socket.writable; start += slice) {
    if (!socket.write(bytes.subarray(start, start + slice))) {
      await Promise.race([once(socket, "drain"), once(socket, "close")]).catch(() => undefined);
    }
  }
}

/** Resets the connection, which is only possible for plain TCP. */
function reset(socket: Socket): void {
  if (socket instanceof TLSSocket) socket.destroy();
  else socket.resetAndDestroy();
}

/**
 * Writes the response as the reply says: as a whole, or cut. A stalled connection stays open until the
 * client closes it.
 */
export async function sendOverHttp1(socket: Socket, reply: Reply, response: RenderedResponse): Promise<void> {
  const { head, body } = frame(reply, response);
  const bytes = Buffer.concat([head, body]);
  const { cut, keepAlive } = reply;
  await write(socket, cut ? bytes.subarray(0, bytesBeforeCut(cut, head.length, body.length)) : bytes);
  if (cut?.by === "resetting") reset(socket);
  if (cut?.by === "half-closing") socket.end();
  if (cut ? cut.by === "closing" : !keepAlive) socket.destroySoon();
}
