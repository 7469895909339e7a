import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import type { Body, Reply } from "../reply.ts";

/** What a response repeats of its request. */
export interface RequestFacts {
  id: string;
  path: string;
  /** The rig's own address. */
  origin: string;
  /** The parsed body, if it was a JSON object. */
  input: Record<string, unknown>;
}

const compressors = { gzip: gzipSync, br: brotliCompressSync, deflate: deflateSync };

function documentedResponse({ id, input }: RequestFacts): string {
  return JSON.stringify({
    message: "",
    data: {
      test_run: { id, human_id: "DEMO-R-1", created_at: 1710675200, updated_at: 1710675200, ...input },
    },
  });
}

function renderBody(body: Body, request: RequestFacts): Buffer {
  const text =
    (body.byteOrderMark ? "\uFEFF" : "") + (body.text ?? documentedResponse(request)) + " ".repeat(body.blanks ?? 0);
  const bytes = Buffer.from(text, body.encoding ?? "utf8");
  return body.compression ? compressors[body.compression](bytes) : bytes;
}

function fill(value: string, request: RequestFacts): string {
  return value
    .replaceAll("{path}", request.path)
    .replaceAll("{id}", request.id)
    .replaceAll("{origin}", request.origin)
    .replace(/\{date\+(\d+)\}/, (_, seconds) => new Date(Date.now() + Number(seconds) * 1000).toUTCString());
}

/** The bytes of a response; `head` ends with the blank line. */
export function renderResponse(reply: Reply, request: RequestFacts): { head: Buffer; body: Buffer } {
  if (reply.raw !== undefined) return { head: Buffer.from(fill(reply.raw, request), "latin1"), body: Buffer.alloc(0) };
  const framing = reply.framing ?? "content-length";
  const content = reply.body ? renderBody(reply.body, request) : Buffer.alloc(0);
  const headers: Record<string, string> = { ...reply.headers, connection: reply.keepAlive ? "keep-alive" : "close" };
  const status = reply.status ?? 200;
  const hasBody = status >= 200 && status !== 204 && status !== 304;
  if (framing === "content-length" && hasBody) headers["content-length"] ??= String(content.length);
  if (framing === "chunked") headers["transfer-encoding"] = "chunked";
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${fill(value, request)}\r\n`);
  const head = Buffer.from(`HTTP/1.1 ${String(status).padStart(3, "0")} Rigged\r\n${lines.join("")}\r\n`, "latin1");
  const body =
    framing === "chunked"
      ? Buffer.concat([Buffer.from(`${content.length.toString(16)}\r\n`), content, Buffer.from("\r\n0\r\n\r\n")])
      : content;
  return { head, body };
}
