import {
  type Content,
  hasFiles,
  isJson,
  merged,
  propertiesOf,
  type Resolve,
  type Schema,
  typeOf,
} from "@testsigma-tms/spec/reader/browser";
import type { MockOperation } from "../api.js";
import { parseJson } from "../http/json.js";
import { bodyLimitOf, type MockRequest } from "../http/request.js";
import { Rejection } from "../http/response.js";
import { type FormEntry, parseForm } from "./parse-form.js";
import { toViolation, type Violation } from "./violation.js";

export interface RequestBody {
  /** The body of this media type in the spec. */
  content: Content;
  /** The value that is checked against the schema. */
  value: unknown;
  /** The value that the journal shows. */
  recorded: unknown;
  /** The size of what the journal shows, in bytes. */
  recordedSize: number;
  /** The files of a form, by the names of their parts. */
  files?: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  /** Violations other than those of its schema. */
  violations: Violation[];
}

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

/** A file in a form, as the journal shows it. */
export interface RecordedFile {
  /** The file's name as it was sent. */
  name: string;
  type: string;
  /** Size in bytes. */
  size: number;
  /** `sha-256:` and the digest in hexadecimal. */
  digest: string;
}

/** Reads a form. Rejects a malformed one with 400. */
async function readForm(
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
  schema: Schema,
  resolve: Resolve,
): Promise<Omit<RequestBody, "content">> {
  const entries = parseForm(bytes, contentType);
  const properties = propertiesOf(schema, resolve);
  const texts = entries.filter(({ fileName }) => fileName === undefined);
  const recordedSize = texts.reduce((sum, text) => sum + text.bytes.length, 0);
  const violations: Violation[] = [];
  const form = { value: {}, recorded: {}, recordedSize, files: new Map<string, Uint8Array<ArrayBuffer>>(), violations };
  for (const name of new Set(entries.map((entry) => entry.name))) {
    const sent = entries.filter((entry) => entry.name === name);
    const part = properties.get(name) ?? {};
    const isList = typeOf(merged(part, resolve)) === "array" || sent.length > 1;
    const shape = (values: unknown[]) => (isList ? values : values[0]);
    const files = sent.filter(({ fileName }) => fileName !== undefined);
    for (const file of files) form.files.set(name, file.bytes);
    if (files.length === 0 && hasFiles(part, resolve)) form.violations.push(missingFile(name));
    define(form.value, name, shape(sent.map(files.length > 0 ? placeholder : textOf)));
    define(form.recorded, name, shape(await Promise.all(sent.map(record))));
  }
  return form;
}

const missingFile = (name: string) =>
  toViolation("body", { path: [name], keyword: "type", message: "must be a file: a part that has a filename" });

const textOf = ({ bytes }: FormEntry) => new TextDecoder().decode(bytes);

/** Replaces a file by text of the same length (at most 1024), because a schema may set a minimum length. */
const placeholder = ({ bytes }: FormEntry) => "x".repeat(Math.min(bytes.length, 1024));

/** Sets a property, also one that is named `__proto__`. */
const define = (object: object, name: string, value: unknown) =>
  Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });

async function record(entry: FormEntry): Promise<RecordedFile | string> {
  const { fileName, mediaType, bytes } = entry;
  if (fileName === undefined) return textOf(entry);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const hex = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return { name: fileName, type: mediaType, size: bytes.length, digest: `sha-256:${hex}` };
}
