import type { Api } from "../api/api.js";
import type { Operation } from "../api/operation.js";
import { didYouMean } from "../did-you-mean.js";
import type { MockResponse } from "../http/mock-response.js";
import { Rejection } from "../http/rejection.js";
import { pathTemplate, readPath } from "./path-template.js";

/** The operation for a request with its path parameters; else the methods of a known path, or `undefined`. */
export type OperationMatch =
  | { operation: Operation; path: ReadonlyMap<string, string> }
  | { allow: string[] }
  | undefined;

/**
 * Makes a function that finds the operation for a method and the path of a URL. It returns the allowed methods if the
 * path exists without this method, and `undefined` for an unknown path.
 */
export function operationFinder({ operations, basePaths }: Api): (method: string, path: string) => OperationMatch {
  const templates = operations
    .map((operation) => ({ operation, method: operation.method, ...pathTemplate(operation.path) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1));

  return (method, path) => {
    const base = basePaths.find((prefix) => path.startsWith(`${prefix}/`));
    if (base === undefined) return undefined;
    const below = path.slice(base.length);
    const matches = templates.filter(({ pattern }) => pattern.test(below));
    if (matches.length === 0) return undefined;
    const match =
      matches.find((one) => one.method === method) ??
      (method === "HEAD" ? matches.find((one) => one.method === "GET") : undefined);
    if (match) return { operation: match.operation, path: readPath(match, below) };
    const allow = new Set(["OPTIONS", ...matches.map((one) => one.method)]);
    if (allow.has("GET")) allow.add("HEAD");
    return { allow: [...allow].sort() };
  };
}

/** Makes the rejection of a path without an operation; its message says what is expected. */
export function unknownPath(method: string, path: string, { operations, basePaths }: Api): Rejection {
  if (!basePaths.some((base) => path.startsWith(`${base}/`))) {
    const expected = basePaths.map((base) => `${base}/…`).join(" or ");
    return new Rejection(404, `The API is served at ${expected}; given: ${method} ${path}. Is the base URL complete?`);
  }
  const similar = didYouMean(
    path,
    operations.flatMap((operation) => basePaths.map((base) => withValuesOf(path, base + operation.path))),
  );
  if (similar !== "") return new Rejection(404, `No operation for ${method} ${path}${similar}`);
  const known = operations.slice(0, 10).map((operation) => `${operation.method} ${operation.path}`);
  const more = operations.length > known.length ? ` and ${operations.length - known.length} more` : "";
  return new Rejection(404, `No operation for ${method} ${path}. Known: ${known.join(", ")}${more}.`);
}

/** Fills the parameters of a path template with the segments of a path at the same positions. */
function withValuesOf(path: string, template: string): string {
  const segments = path.split("/");
  return template
    .split("/")
    .map((segment, index) => (segment.startsWith("{") ? (segments[index] ?? segment) : segment))
    .join("/");
}

/** Responds to `OPTIONS` with the methods of a path; rejects any other method that the path lacks. */
export function otherMethod(method: string, allow: string): MockResponse {
  if (method === "OPTIONS") return { status: 204, headers: { allow }, content: undefined, body: null };
  throw new Rejection(405, `${method} is not allowed here. Allowed: ${allow}.`, { allow });
}
