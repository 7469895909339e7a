import { parseJson, property } from "../describe.js";
import { bodyText, contentType, type ReceivedResponse, unusable } from "../transport/response.js";
import type { OperationRoute, Shape } from "./route.js";

/** Returns the documented body of a successful response; throws if the body is a different one. */
export function readResult(response: ReceivedResponse, { result, empty, returns }: OperationRoute): unknown {
  const { status, headers, bytes } = response;
  if (returns === "blob") return new Blob([bytes as BlobPart], { type: headers.get("content-type") ?? "" });
  const text = bodyText(bytes);
  if (returns === "text") return text;
  if (result === undefined || (text === "" && empty?.includes(status))) return undefined;

  const body = parseJson(text);
  const missing = findMissing(body, result);
  if (missing === undefined) return body;
  throw unusable(status, `body lacks ${missing || `${describeShape(result)} ${contentType(response)}`}`);
}

/**
 * Returns the dot path of the first thing that is missing in a value, `""` for the value itself; `undefined` if nothing
 * is missing.
 */
function findMissing(value: unknown, shape: Shape, path = ""): string | undefined {
  if (shape === null) return value === undefined ? path : undefined;
  if (Array.isArray(shape)) return Array.isArray(value) ? undefined : path;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return path;
  for (const [name, inner] of Object.entries(shape)) {
    const missing = findMissing(property(value, name), inner, path ? `${path}.${name}` : name);
    if (missing !== undefined) return missing;
  }
  return undefined;
}

const describeShape = (shape: Shape): string =>
  shape === null ? "JSON" : Array.isArray(shape) ? "a JSON array" : "a JSON object";
