import type { Ledger } from "./ledger.ts";
import { testKey } from "./protocol.ts";
import { digestOf, type RigRequest, readBody } from "./read-request.ts";
import { renderResponse } from "./render-response.ts";
import { sendOverHttp1 } from "./send-over-http1.ts";
import { sendOverHttp2 } from "./send-over-http2.ts";

/**
 * Responds to each request as scripted for its run. Executes the request if the script says so and it is a complete
 * request of the operation.
 */
export function handleFaults(ledger: Ledger, scheme: "http" | "https"): (request: RigRequest) => Promise<void> {
  const used = new WeakSet<object>();
  return async (request) => {
    const { socket, method = "", url: path = "", headers, rawHeaders } = request;
    const connection = ("stream" in request && request.stream.session) || socket;
    const isUsed = used.has(connection);
    used.add(connection);
    const { reads, needsNewConnection } = ledger.findIn(path)?.nextReply ?? {};
    if (needsNewConnection && isUsed) {
      connection.destroy();
      return;
    }
    const body = await readBody(request, reads);
    if (body === undefined) return;
    const own = `${scheme}://${headers[":authority"] ?? headers.host}`;
    const origin = String(headers["x-rig-origin"] ?? own);
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
      port: socket.remotePort,
      hadKey: [path, body, ...rawHeaders].some((text) => text.includes(testKey)),
      digest: reads === undefined ? digestOf(body, headers["content-type"]) : undefined,
      authorization: headers.authorization,
      body,
    });
    const response = renderResponse(reply, { id: run.id, path, operation: run.operation });
    await ("stream" in request
      ? sendOverHttp2(request.stream, reply, response)
      : sendOverHttp1(socket, reply, response));
  };
}
