import { createHash } from "node:crypto";
import { isNode, nodeAt } from "../document/node.js";
import type { Schema } from "../document/operation.js";
import type { Resolve } from "../document/resolve.js";
import { toViolation, type Violation } from "../engine/violations.js";
import { isJson } from "../response/choose-media-type.js";
import { Rejection } from "../response/rejection.js";
import type { Body } from "./read-body.js";

/** A file of a form, as it stands in the journal. */
export interface RecordedFile {
  /** The file's name as it was sent. */
  name: string;
  type: string;
  /** In bytes. */
  size: number;
  /** `sha-256:` and the digest in hexadecimal. */
  digest: string;
}

/** Reads a form, `multipart/form-data` or URL-encoded. Rejects a malformed one with 400. */
export async function readForm(
  // Not generic: consumers' TypeScript 5.4 reads this declaration.
  bytes: Uint8Array,
  contentType: string,
  schema: Schema | undefined,
  resolve: Resolve,
): Promise<Omit<Body, "content" | "size">> {
  const form = await new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { "content-type": contentType } })
    .formData()
    .catch(() => {
      throw new Rejection(400, `The body is not a valid form: it does not match Content-Type: ${contentType}.`);
    });
  const properties = nodeAt(resolve(schema ?? {}), "properties");
  const values: [name: string, value: unknown][] = [];
  const records: [name: string, record: unknown][] = [];
  const violations: Violation[] = [];
  const files = new Map<string, File>();
  for (const name of new Set(form.keys())) {
    const property = resolve(nodeAt(properties, name));
    const isArray = [property.type].flat().includes("array");
    const part = isArray ? resolve(nodeAt(property, "items")) : property;
    const parts = await Promise.all(form.getAll(name).map((sent) => readPart(name, sent, part)));
    violations.push(...parts.flatMap((one) => one.violations));
    for (const file of form.getAll(name)) if (typeof file !== "string") files.set(name, file);
    const isList = isArray || parts.length > 1;
    const shape = (all: unknown[]) => (isList ? all : all[0]);
    values.push([name, shape(parts.map((one) => one.value))]);
    records.push([name, shape(parts.map((one) => one.recorded))]);
  }
  // A field may be named `__proto__`, which is a name like any other to `fromEntries`.
  const [value, recorded] = [Object.fromEntries(values), Object.fromEntries(records)];
  return { value, recorded, violations, files, kind: "text" };
}

async function readPart(
  name: string,
  sent: File | string,
  schema: Schema,
): Promise<Pick<Body, "value" | "recorded" | "violations">> {
  const isFile = typeof sent !== "string";
  if (isBinary(schema)) {
    if (isFile) return { value: placeholder(sent), recorded: await recordFile(sent), violations: [] };
    const error = { path: [name], keyword: "type", message: "must be a file: a part that has a filename" };
    return { value: sent, recorded: sent, violations: [toViolation("body", error)] };
  }
  if (isFile && !isJson(sent.type) && Object.keys(schema).length === 0) {
    return { value: placeholder(sent), recorded: await recordFile(sent), violations: [] };
  }
  const text = isFile ? await sent.text() : sent;
  const types = [schema.type].flat();
  const isStructured = types.includes("object") || types.includes("array") || isNode(schema.properties);
  const value = isStructured || (isFile && isJson(sent.type)) ? parseOrKeep(text) : text;
  return { value, recorded: value, violations: [] };
}

/** A file is described as a text; OpenAPI 3.0 names its format, 3.1 its media type or encoding. */
const isBinary = ({ format, contentMediaType, contentEncoding, type }: Schema) =>
  format === "binary" || (contentMediaType !== undefined && contentEncoding === undefined && type !== "object");

/** Stands for a file's bytes where a schema says how long they must be at least. */
const placeholder = ({ size }: File) => "x".repeat(Math.min(size, 1024));

async function recordFile(file: File): Promise<RecordedFile> {
  const digest = createHash("sha256")
    .update(new Uint8Array(await file.arrayBuffer()))
    .digest("hex");
  return { name: file.name, type: file.type, size: file.size, digest: `sha-256:${digest}` };
}

/** Text that is not JSON is kept, and fails its schema. */
function parseOrKeep(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
