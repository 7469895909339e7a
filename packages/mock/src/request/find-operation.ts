import { METHOD_NAME_ALL } from "hono/router";
import { RegExpRouter } from "hono/router/reg-exp-router";
import { SmartRouter } from "hono/router/smart-router";
import { TrieRouter } from "hono/router/trie-router";
import type { Api } from "../api/api.js";
import type { Operation } from "../api/operation.js";
import { didYouMean } from "../did-you-mean.js";
import type { MockResponse } from "../http/mock-response.js";
import { Rejection } from "../http/rejection.js";
import { toPattern } from "./request-parameters.js";

/** The operation for a request and the path below the base path; else the methods of a known path, or `undefined`. */
export type OperationMatch = { operation: Operation; path: string } | { allow: string[] } | undefined;

/**
 * Makes a function that finds the operation for a method and the path of a URL. It returns the allowed methods if the
 * path exists without this method, and `undefined` for an unknown path.
 */
export function operationFinder({ operations, basePaths }: Api): (method: string, path: string) => OperationMatch {
  const router = new SmartRouter<Map<string, Operation>>({ routers: [new RegExpRouter(), new TrieRouter()] });
  for (const { path, methods } of concreteFirst(operations)) router.add(METHOD_NAME_ALL, toRoute(path), methods);

  const matches = (path: string) => router.match(METHOD_NAME_ALL, path)[0].map(([methods]) => methods);

  return (method, path) => {
    const base = basePaths.find((prefix) => path.startsWith(`${prefix}/`));
    if (base === undefined) return undefined;
    const below = path.slice(base.length);
    const paths = matches(below);
    if (paths.length === 0) return undefined;
    for (const methods of paths) {
      const operation = methods.get(method) ?? (method === "HEAD" ? methods.get("GET") : undefined);
      if (operation) return { operation, path: below };
    }
    const allow = new Set(["OPTIONS", ...paths.flatMap((methods) => [...methods.keys()])]);
    if (allow.has("GET")) allow.add("HEAD");
    return { allow: [...allow].sort() };
  };
}

/** Replaces each name in a path template; sorts after any text. */
const placeholder = "\uffff";

/** Sorts after any text but before a placeholder, so that a longer segment comes before its own prefix. */
const segmentEnd = "\ufffe";

/**
 * Groups the operations by path, and sorts the paths: first `/runs/latest`, as OpenAPI matches concrete paths first,
 * then `/runs/{id}.csv`, then `/runs/{id}`.
 */
function concreteFirst(operations: Operation[]): { path: string; methods: Map<string, Operation> }[] {
  const byPath = new Map<string, Map<string, Operation>>();
  for (const operation of operations) {
    const path = operation.path.replace(/\{[^}]*\}/g, placeholder);
    byPath.set(path, (byPath.get(path) ?? new Map()).set(operation.method, operation));
  }
  return [...byPath]
    .map(([path, methods]) => ({ path, methods, rank: `${path}/`.replaceAll("/", segmentEnd) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1));
}

/** Converts a path with placeholders to the router's notation. */
function toRoute(path: string): string {
  return path
    .split("/")
    .map((segment, index) => {
      if (segment === placeholder) return `:p${index}`;
      if (!/[\uffff:*?]/.test(segment)) return encodeURI(segment);
      return `:p${index}{${segment.split(placeholder).map(toPattern).join("[^/]+")}}`;
    })
    .join("/");
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
