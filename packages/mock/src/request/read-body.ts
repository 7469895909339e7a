import type { Content, Operation } from "../api/operation.js";
import { isForm, isJson } from "../http/media-type.js";
import type { MockRequest, RequestHeaders } from "../http/mock-request.js";
import { Rejection } from "../http/rejection.js";
import type { RequestBody } from "./request-body.js";

/** The default size limits of bodies, in bytes. */
export const bodyLimits = { form: 25 * 1024 * 1024, other: 1024 * 1024 };

/**
 * Reads the body of a request; `undefined` if there is none. Rejects a body that is too large (413), has a media type
 * that is not in the spec (415) or is malformed (400).
 *
 * @param limit maximum size in bytes; by default, that of {@link bodyLimits}
 */
export async function readBody(
  request: MockRequest,
  operation: Operation,
  limit?: number,
): Promise<RequestBody | undefined> {
  const contentType = request.headers.get("content-type") ?? "";
  const bytes = await readBytes(request, limit ?? bodyLimits[isForm(contentType) ? "form" : "other"]);
  if (bytes.length === 0) return undefined;
  const content = await findContent(contentType, request.headers, operation);
  const size = bytes.length;
  if (content.parts) {
    const { readForm } = await import("./read-form.js");
    return { content, size, ...(await readForm(bytes, contentType, content.parts)) };
  }
  const text = decode(bytes);
  const value = isJson(content.mediaType) ? parseJson(text) : text;
  return { content, size, value, recorded: value, violations: [] };
}

/** Reads the bytes of a body; stops at the chunk that exceeds the limit. */
export async function readBytes({ headers, body }: MockRequest, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () => new Rejection(413, `The body is larger than the mock's limit of ${limit} bytes.`);
  if (Number(headers.get("content-length")) > limit) throw tooLarge();
  const pieces: Uint8Array[] = [];
  let length = 0;
  await body?.((piece) => {
    pieces.push(piece);
    length += piece.length;
    return length <= limit;
  });
  if (length > limit) throw tooLarge();
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.length;
  }
  return bytes;
}

async function findContent(
  contentType: string,
  headers: RequestHeaders,
  { method, path, body }: Operation,
): Promise<Content> {
  const encoding = headers.get("content-encoding") ?? "identity";
  if (encoding !== "identity") throw new Rejection(415, `The mock decodes no Content-Encoding; given: ${encoding}.`);
  const allowed = body?.contents ?? [];
  if (allowed.length === 0) throw new Rejection(415, `${method} ${path} takes no body.`);
  const literal = allowed.find(({ mediaType }) => mediaType === contentType);
  // Most requests write the media type exactly like this, and need no parser.
  if (literal) return literal;
  const { parse } = await import("content-type");
  const { type, parameters } = parse(contentType);
  const content = allowed.find(({ mediaType }) => mediaType === type);
  if (content === undefined) {
    const names = allowed.map(({ mediaType }) => mediaType).join(" or ");
    throw new Rejection(415, `Content-Type must be ${names}; given: ${contentType || "none"}.`);
  }
  const charset = parameters.charset ?? "utf-8";
  if (!/^(utf-?8|us-ascii)$/i.test(charset)) throw new Rejection(415, `The charset must be utf-8; given: ${charset}.`);
  return content;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Rejection(400, "The body is not valid UTF-8.");
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Rejection(400, `The body is not valid JSON: ${(error as Error).message}`);
  }
}
