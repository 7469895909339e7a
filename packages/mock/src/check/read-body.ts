import { type Content, isJson, type Resolve } from "@testsigma-tms/spec/reader/browser";
import type { MockOperation } from "../api.js";
import { parseJson } from "../http/json.js";
import { bodyLimitOf, type MockRequest } from "../http/request.js";
import { Rejection } from "../http/response.js";
import { type RequestBody, readForm } from "./read-form.js";

/**
 * Reads the body of a request; `undefined` if there is none. Rejects a body that is too large (413), has a media type
 * that is not in the spec (415) or is malformed (400).
 */
export async function readBody(
  { headers, bytes }: MockRequest,
  operation: MockOperation,
  resolve: Resolve,
  bodyLimit?: number,
): Promise<RequestBody | undefined> {
  if (!bytes) throw new Rejection(413, `Expected a body of at most ${bodyLimitOf(headers, bodyLimit)} bytes.`);
  if (bytes.length === 0) return undefined;
  const encoding = headers["content-encoding"] ?? "identity";
  if (!/^identity$/i.test(encoding)) throw new Rejection(415, `Expected no Content-Encoding, got ${encoding}.`);
  const contentType = headers["content-type"] ?? "";
  const content = findContent(contentType, operation);
  if (content.mediaType === "multipart/form-data") {
    return { content, ...(await readForm(bytes, contentType, content.schema ?? {}, resolve)) };
  }
  const text = new TextDecoder().decode(bytes);
  const value = isJson(content.mediaType) ? parseJson(text) : text;
  return { content, value, recorded: value, recordedSize: bytes.length, violations: [] };
}

function findContent(contentType: string, { method, path, requestBody }: MockOperation): Content {
  const allowed = requestBody?.content ?? [];
  if (allowed.length === 0) throw new Rejection(415, `${method} ${path} takes no body.`);
  const type = contentType.split(";", 1)[0]?.trim().toLowerCase();
  const content = allowed.find(({ mediaType }) => mediaType === type);
  if (content) return content;
  const names = allowed.map(({ mediaType }) => mediaType).join(" or ");
  throw new Rejection(415, `Content-Type: expected ${names}, got ${contentType || "none"}.`);
}
