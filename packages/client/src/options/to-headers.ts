import { isRecord } from "./describe-value.js";

/** The values that options accept as headers. */
// Not `HeadersInit`: a project with @types/node and without the dom library has no such global.
export type HeadersOption = RequestInit["headers"];

/**
 * Creates the runtime's own `Headers` from pairs, an object, or `Headers` of another library or realm. A property of an
 * object that is undefined adds no header.
 *
 * @throws {TypeError} for anything else, and for a name or value that HTTP does not allow
 */
export function toHeaders(headers: HeadersOption): Headers {
  if (!headers) return new Headers();
  if (isRecord(headers)) return new Headers(Object.entries(headers).filter(([, value]) => value !== undefined));
  if (Array.isArray(headers) || typeof Object(headers).append === "function") return new Headers([...headers]);
  throw new TypeError("not headers");
}
