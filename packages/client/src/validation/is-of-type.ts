import { isFile } from "../options/describe-value.js";

/** Whether a value is an object of JSON. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !isFile(value);

/** Whether a value is of a type of JSON Schema, or of `file`: a `Blob`, a `File` or a string. */
export function isOfType(value: unknown, type: string): boolean {
  if (type === "file") return typeof value === "string" || isFile(value);
  if (type === "integer") return Number.isInteger(value);
  if (type === "number") return Number.isFinite(value);
  if (type === "array") return Array.isArray(value);
  if (type === "null") return value === null;
  // The other types have the names that typeof gives.
  return type === "object" ? isObject(value) : typeof value === type;
}
