import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import type { PlayedOperation } from "../operations.ts";
import type { Body, Reply } from "../reply.ts";

/** The parts of a request that its response repeats. */
export interface RequestFacts {
  id: string;
  path: string;
  operation: PlayedOperation;
}

/** A response before it is framed. */
export interface RenderedResponse {
  status: number;
  headers: Record<string, string>;
  content: Buffer;
  /** Text to send instead of all that. */
  raw?: string;
}

const compressors = { gzip: gzipSync, br: brotliCompressSync, deflate: deflateSync };

function documentedBody({ operation: { data } }: RequestFacts): string {
  return data === undefined ? "" : `{"message":"","data":${data}}`;
}

function renderBody(body: Body, request: RequestFacts): Buffer {
  const documented = body.text === undefined ? fill(documentedBody(request), request) : body.text;
  const text = (body.byteOrderMark ? "\uFEFF" : "") + documented + " ".repeat(body.blanks ?? 0);
  const bytes = Buffer.from(text, body.encoding ?? "utf8");
  return body.compression ? compressors[body.compression](bytes) : bytes;
}

function fill(value: string, request: RequestFacts): string {
  return value
    .replaceAll("{path}", request.path)
    .replaceAll("{id}", request.id)
    .replace(/\{date\+(\d+)\}/, (_, seconds) => new Date(Date.now() + Number(seconds) * 1000).toUTCString());
}

/** Fills in the parts of a reply that depend on the request. */
export function renderResponse(reply: Reply, request: RequestFacts): RenderedResponse {
  const { status = request.operation.data === undefined ? 204 : 200, headers = {}, body, raw } = reply;
  const content = body ? renderBody(body, request) : Buffer.alloc(0);
  const filled = Object.entries(headers).map(([name, value]) => [name, fill(value, request)]);
  return {
    status,
    headers: Object.fromEntries(filled),
    content,
    ...(raw !== undefined && { raw: fill(raw, request) }),
  };
}
