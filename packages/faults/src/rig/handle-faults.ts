import type { IncomingMessage, RequestListener } from "node:http";
import type { Ledger } from "./ledger.ts";
import { testKey } from "./protocol.ts";
import { renderResponse } from "./render-response.ts";
import { sendResponse } from "./send-response.ts";

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** Responds to each request as its run is scripted. Creates the run where the script says so and the request is a complete create. */
export function handleFaults(ledger: Ledger, scheme: "http" | "https"): RequestListener {
  return async (request) => {
    const { socket, method = "", url: path = "", headers, rawHeaders } = request;
    const body = await readAll(request).catch(() => undefined);
    if (body === undefined) return;
    const own = `${scheme}://${headers.host}`;
    const origin = String(headers["x-rig-origin"] ?? own);
    const run = ledger.findIn(path, body);
    if (!run) {
      ledger.strays.push(`${method} ${origin}${path}`);
      socket.destroy();
      return;
    }
    const input = parseObject(body);
    const isCreate =
      method === "POST" &&
      headers.authorization === `Bearer ${testKey}` &&
      typeof input.title === "string" &&
      input.title.includes(run.id);
    const { connection } = headers;
    const hadKey = [path, body, ...rawHeaders].some((text) => text.includes(testKey));
    const scripted = run.receive({ method, origin, path, connection, hadKey }, isCreate);
    // A server must do as the client asks here (RFC 9112, section 9.6).
    const keepAlive = scripted.keepAlive === true && connection !== "close";
    const reply = { ...scripted, keepAlive };
    const { head, body: content } = renderResponse(reply, { id: run.id, path, origin: own, input });
    await sendResponse(socket, reply, head, content);
  };
}
