import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Http2ServerRequest } from "node:http2";

/** HTTP/1.1 or HTTP/2. */
export type RigRequest = IncomingMessage | Http2ServerRequest;

/** Reads a share of the body. Resolves to `undefined` when the client leaves before that. */
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

/** The same for the same body, however often it is sent: each time, a form gets another boundary. */
export function digestOf(body: string, contentType = ""): string {
  const [, boundary] = /boundary="?([^";]+)/.exec(contentType) ?? [];
  return createHash("sha256")
    .update(boundary ? body.replaceAll(boundary, "") : body)
    .digest("hex");
}
