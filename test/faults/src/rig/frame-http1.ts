import type { Reply } from "../reply.ts";
import type { RenderedResponse } from "./render-response.ts";

/** Returns the bytes of a response over HTTP/1.1; `head` ends with the blank line. */
export function frameHttp1(reply: Reply, response: RenderedResponse): { head: Buffer; body: Buffer } {
  const { status, content, raw } = response;
  if (raw !== undefined) return { head: Buffer.from(raw, "latin1"), body: Buffer.alloc(0) };
  const { framing = "content-length", keepAlive } = reply;
  const headers: Record<string, string> = { ...response.headers, connection: keepAlive ? "keep-alive" : "close" };
  const hasBody = status >= 200 && status !== 204 && status !== 304;
  if (framing === "content-length" && hasBody) headers["content-length"] ??= String(content.length);
  if (framing === "chunked") headers["transfer-encoding"] = "chunked";
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = Buffer.from(`HTTP/1.1 ${String(status).padStart(3, "0")} Rigged\r\n${lines.join("")}\r\n`, "latin1");
  const body =
    framing === "chunked"
      ? Buffer.concat([Buffer.from(`${content.length.toString(16)}\r\n`), content, Buffer.from("\r\n0\r\n\r\n")])
      : content;
  return { head, body };
}
