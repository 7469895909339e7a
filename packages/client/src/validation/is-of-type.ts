import { isFile, isRecord } from "../options/describe-value.js";

/** Tells whether a value has a type of JSON Schema, or the type `file`: a `Blob`, a `File` or a string. */
export function isOfType(value: unknown, type: string): boolean {
  if (type === "file") return typeof value === "string" || isFile(value);
  if (type === "integer") return Number.isInteger(value);
  if (type === "number") return Number.isFinite(value);
  if (type === "array") return Array.isArray(value);
  if (type === "null") return value === null;
  // The other types have the same names in `typeof`.
  return type === "object" ? isRecord(value) : typeof value === type;
}
