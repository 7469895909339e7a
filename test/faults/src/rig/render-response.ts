import { gzipSync } from "node:zlib";
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
}

/** Fills in the parts of a reply that depend on the request. */
export function renderResponse(reply: Reply, { id, path, operation: { data } }: RequestFacts): RenderedResponse {
  const { status = data === undefined ? 204 : 200, headers = {}, body } = reply;
  const documented = data === undefined ? "" : `{"message":"","data":${data.replaceAll("{id}", id)}}`;
  const filled = Object.entries(headers).map(([name, value]) => [name, value.replaceAll("{path}", path)]);
  return { status, headers: Object.fromEntries(filled), content: renderBody(body, documented) };
}

function renderBody(body: Body | undefined, documented: string): Buffer {
  if (body === undefined) return Buffer.alloc(0);
  const bytes = Buffer.from(body.text ?? documented);
  return body.gzip ? gzipSync(bytes) : bytes;
}
