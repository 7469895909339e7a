import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Http2ServerRequest, ServerHttp2Stream } from "node:http2";
import type { Reply } from "../reply.ts";
import type { Ledger } from "./ledger.ts";
import { testKey } from "./protocol.ts";
import { type RenderedResponse, renderResponse } from "./render-response.ts";
import { sendOverHttp1 } from "./send-over-http1.ts";

type RigRequest = IncomingMessage | Http2ServerRequest;

/**
 * Responds to each request as scripted for its run. Executes the request if the script says so and it is a complete
 * request of the operation.
 */
export function handleFaults(ledger: Ledger, scheme: "http" | "https"): (request: RigRequest) => Promise<void> {
  const used = new WeakSet<object>();
  return async (request) => {
    const { socket, method = "", url: path = "", headers, rawHeaders } = request;
    const isUsed = used.has(socket);
    used.add(socket);
    const { reads, needsNewConnection } = ledger.findIn(path)?.nextReply ?? {};
    if (needsNewConnection && isUsed) {
      socket.destroy();
      return;
    }
    const body = await readBody(request, reads);
    if (body === undefined) return;
    const origin = `${scheme}://${headers.host ?? headers[":authority"]}`;
    const run = ledger.findIn(path) ?? ledger.findIn(body);
    if (!run) {
      ledger.strays.push(`${method} ${origin}${path}`);
      socket.destroy();
      return;
    }
    const reply = run.receive({
      method,
      origin,
      path,
      hadKey: [path, body, ...rawHeaders].some((text) => text.includes(testKey)),
      digest: reads === undefined ? digestOf(body, headers["content-type"]) : undefined,
      authorization: headers.authorization,
      body,
    });
    const response = renderResponse(reply, { id: run.id, path, operation: run.operation });
    if ("stream" in request) sendOverHttp2(request.stream, reply, response);
    else await sendOverHttp1(socket, reply, response);
  };
}

/** Sends the response as a whole, or ends the connection instead. */
function sendOverHttp2(
  stream: ServerHttp2Stream,
  { cut }: Reply,
  { status, headers, content }: RenderedResponse,
): void {
  if (cut) {
    stream.session?.destroy();
    return;
  }
  stream.respond({ ":status": status, ...headers });
  stream.end(content);
}

/** Reads a share of the body. Resolves to `undefined` if the client disconnects before that. */
async function readBody(request: RigRequest, share = 1): Promise<string | undefined> {
  const minBytes = share === 1 ? Number.POSITIVE_INFINITY : share * Number(request.headers["content-length"]);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= minBytes) break;
    }
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Returns the digest of a body, which is the same each time the body is sent, although a form gets a new boundary. */
function digestOf(body: string, contentType = ""): string {
  const [, boundary] = /boundary="?([^";]+)/.exec(contentType) ?? [];
  return createHash("sha256")
    .update(boundary ? body.replaceAll(boundary, "") : body)
    .digest("hex");
}
