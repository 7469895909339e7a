import type { Content, Operation } from "../document/operation.js";
import type { Resolve } from "../document/resolve.js";
import type { ValueKind } from "../engine/schema-checks.js";
import type { Violation } from "../engine/violations.js";
import { isInRange, isJson } from "../response/choose-media-type.js";
import { Rejection } from "../response/rejection.js";
import type { MockRequest, RequestHeaders } from "./mock-request.js";

/** The body of a request. */
export interface Body {
  /** What the spec describes for its media type. */
  content: Content;
  /** As it is checked. */
  value: unknown;
  kind: ValueKind;
  /** As it stands in the journal. */
  recorded: unknown;
  /** In bytes. */
  size: number;
  /** The files of a form, by the name of their part. */
  files?: ReadonlyMap<string, File>;
  /** What is wrong with it apart from its schema. */
  violations: Violation[];
}

/** The largest bodies that are read, in bytes. */
export const bodyLimits = { form: 25 * 1024 * 1024, other: 1024 * 1024 };

/**
 * Reads the body of a request; `undefined` where there is none. Rejects one that is too large (413), of another media
 * type than the spec has (415) or malformed (400).
 *
 * @param limit largest body in bytes; each kind of body has its own by default
 */
export async function readBody(
  request: MockRequest,
  operation: Operation,
  resolve: Resolve,
  limit?: number,
): Promise<Body | undefined> {
  const contentType = request.headers.get("content-type") ?? "";
  const isForm = /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(contentType);
  const bytes = await readBytes(request, limit ?? bodyLimits[isForm ? "form" : "other"]);
  if (bytes.length === 0) return undefined;
  const { content, mediaType } = await contentOf(contentType, request.headers, operation);
  const size = bytes.length;
  if (isForm) {
    const { readForm } = await import("./read-form.js");
    return { content, size, ...(await readForm(bytes, contentType, content.schema, resolve)) };
  }
  const isText = isJson(mediaType) || mediaType.startsWith("text/") || /[/+]xml$/.test(mediaType);
  if (!isText) {
    const recorded = { type: mediaType, size };
    return { content, size, value: Buffer.from(bytes).toString("latin1"), kind: "parsed", recorded, violations: [] };
  }
  const text = decode(bytes);
  const value = isJson(mediaType) ? parseJson(text) : text;
  return { content, size, value, kind: "parsed", recorded: value, violations: [] };
}

/** Stops with the piece that goes beyond the limit. */
export async function readBytes({ headers, body }: MockRequest, limit: number): Promise<Uint8Array> {
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
  return Buffer.concat(pieces);
}

async function contentOf(
  contentType: string,
  headers: RequestHeaders,
  { method, path, body }: Operation,
): Promise<{ content: Content; mediaType: string }> {
  const encoding = headers.get("content-encoding") ?? "identity";
  if (encoding !== "identity") throw new Rejection(415, `The mock decodes no Content-Encoding; given: ${encoding}.`);
  const allowed = body?.contents ?? [];
  if (allowed.length === 0) throw new Rejection(415, `${method} ${path} takes no body.`);
  const literal = allowed.find((one) => one.mediaType === contentType);
  // Most requests name it so, and need no parser.
  if (literal) return { content: literal, mediaType: literal.mediaType.toLowerCase() };
  const { parse } = await import("content-type");
  const { type: mediaType, parameters } = parse(contentType);
  const named = allowed.find((one) => parse(one.mediaType).type === mediaType);
  const inRange = await Promise.all(allowed.map((one) => isInRange(mediaType, one.mediaType)));
  const content = named ?? allowed.find((_, index) => inRange[index]);
  if (content === undefined) {
    const names = allowed.map((one) => one.mediaType).join(" or ");
    throw new Rejection(415, `Content-Type must be ${names}; given: ${contentType || "none"}.`);
  }
  const charset = parameters.charset ?? "utf-8";
  if (!/^(utf-?8|us-ascii)$/i.test(charset)) throw new Rejection(415, `The charset must be utf-8; given: ${charset}.`);
  return { content, mediaType };
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
