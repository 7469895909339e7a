import type { FormPart } from "../api/operation.js";
import { isJson } from "../http/media-type.js";
import { Rejection } from "../http/rejection.js";
import { fromText } from "./from-text.js";
import type { RequestBody } from "./request-body.js";
import { toViolation, type Violation } from "./violation.js";

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

/** Reads a form, either `multipart/form-data` or URL-encoded. Rejects a malformed form with 400. */
export async function readForm(
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
  parts: Readonly<Record<string, FormPart>>,
): Promise<Omit<RequestBody, "content" | "size">> {
  const form = await new Response(bytes, { headers: { "content-type": contentType } }).formData().catch(() => {
    throw new Rejection(400, `The body is not a valid form: it does not match Content-Type: ${contentType}.`);
  });
  const values: [name: string, value: unknown][] = [];
  const records: [name: string, record: unknown][] = [];
  const violations: Violation[] = [];
  const files = new Map<string, File>();
  for (const name of new Set(form.keys())) {
    const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
    const sent = form.getAll(name);
    const read = await Promise.all(sent.map((value) => readPart(value, part)));
    violations.push(...read.filter(({ isMissingFile }) => isMissingFile).map(() => missingFile(name)));
    for (const value of sent) if (typeof value !== "string") files.set(name, value);
    const isList = part?.isList || read.length > 1;
    const shape = (all: unknown[]) => (isList ? all : all[0]);
    values.push([name, shape(read.map(({ value }) => value))]);
    records.push([name, shape(read.map(({ recorded }) => recorded))]);
  }
  // `fromEntries` treats `__proto__` like any other name.
  return { value: Object.fromEntries(values), recorded: Object.fromEntries(records), violations, files };
}

interface ReadPart {
  value: unknown;
  recorded: unknown;
  isMissingFile?: boolean;
}

/** @param part the part in the spec; `undefined` if the spec has none of this name */
async function readPart(sent: File | string, part: FormPart | undefined): Promise<ReadPart> {
  const isFile = typeof sent !== "string";
  const isBinary = part === undefined ? isFile && !isJson(sent.type) : part.type === "file";
  if (isFile && isBinary) return { value: placeholder(sent), recorded: await recordFile(sent) };
  if (!isFile && part?.type === "file") return { value: sent, recorded: sent, isMissingFile: true };
  const text = isFile ? await sent.text() : sent;
  const value = fromText(text, isFile && isJson(sent.type) ? "json" : (part?.type ?? "string"));
  return { value, recorded: value };
}

const missingFile = (name: string) =>
  toViolation("body", { path: [name], keyword: "type", message: "must be a file: a part that has a filename" });

/** Replaces a file by text of the same length (at most 1024), because a schema may set a minimum length. */
const placeholder = ({ size }: File) => "x".repeat(Math.min(size, 1024));

async function recordFile(file: File): Promise<RecordedFile> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  const hex = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return { name: file.name, type: file.type, size: file.size, digest: `sha-256:${hex}` };
}
