import { once } from "node:events";
import type { Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { TLSSocket } from "node:tls";
import type { Cut, Reply } from "../reply.ts";
import { frameHttp1 } from "./frame-http1.ts";
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

async function write(socket: Socket, bytes: Buffer): Promise<void> {
  const slice = 64 * 1024;
  for (let start = 0; start < bytes.length && socket.writable; start += slice) {
    if (!socket.write(bytes.subarray(start, start + slice))) {
      await Promise.race([once(socket, "drain"), once(socket, "close")]).catch(() => undefined);
    }
  }
}

async function drip(socket: Socket, bytes: Buffer, pace: NonNullable<Reply["drip"]>): Promise<void> {
  for (let start = 0; start < bytes.length && socket.writable; start += pace.bytes) {
    socket.write(bytes.subarray(start, start + pace.bytes));
    await wait(pace.everyMs);
  }
}

/** Resets the connection, which is only possible for plain TCP. */
function reset(socket: Socket): void {
  if (socket instanceof TLSSocket) socket.destroy();
  else socket.resetAndDestroy();
}

/**
 * Writes the response as the reply says: as a whole, in pieces, or cut. A stalled connection stays open until the
 * client closes it.
 */
export async function sendOverHttp1(socket: Socket, reply: Reply, response: RenderedResponse): Promise<void> {
  const { head, body } = frameHttp1(reply, response);
  if (reply.cut) {
    await write(socket, Buffer.concat([head, body]).subarray(0, bytesBeforeCut(reply.cut, head.length, body.length)));
    if (reply.cut.by === "resetting") reset(socket);
    if (reply.cut.by === "closing") socket.destroySoon();
    if (reply.cut.by === "half-closing") socket.end();
    return;
  }
  await write(socket, head);
  await (reply.drip ? drip(socket, body, reply.drip) : write(socket, body));
  if (!reply.keepAlive) socket.destroySoon();
}
