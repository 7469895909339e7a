import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Http2ServerRequest } from "node:http2";

/** A request over HTTP/1.1 or HTTP/2. */
export type RigRequest = IncomingMessage | Http2ServerRequest;

/** Reads a share of the body. Resolves to `undefined` if the client disconnects before that. */
export async function readBody(request: RigRequest, share = 1): Promise<string | undefined> {
  const wanted = share === 1 ? Number.POSITIVE_INFINITY : share * Number(request.headers["content-length"]);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= wanted) break;
    }
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Returns the digest of a body, which is the same each time the body is sent, although a form gets a new boundary. */
export function digestOf(body: string, contentType = ""): string {
  const [, boundary] = /boundary="?([^";]+)/.exec(contentType) ?? [];
  return createHash("sha256")
    .update(boundary ? body.replaceAll(boundary, "") : body)
    .digest("hex");
}
