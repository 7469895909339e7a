import type { Api, MockOperation } from "../api.js";
import { type MockResponse, Rejection } from "../http/response.js";
import { didYouMean, listed } from "../messages.js";

/** The operation for a request with its path parameters; else the methods of a known path, or `undefined`. */
export type OperationMatch =
  | { operation: MockOperation; path: ReadonlyMap<string, string> }
  | { allow: string[] }
  | undefined;

/**
 * Makes a function that finds the operation for a method and the path of a URL. It returns the allowed methods if the
 * path exists without this method, and `undefined` for an unknown path.
 */
export function operationFinder({ operations, basePaths }: Api): (method: string, path: string) => OperationMatch {
  const templates = operations.map(toTemplate).sort((a, b) => b.literalLength - a.literalLength);
  const methods = [...new Set(operations.map(({ method }) => method))];
  const byMethod = new Map(
    methods.map((method) => [method, templates.filter(({ operation }) => operation.method === method)]),
  );

  return (method, path) => {
    const base = basePaths.find((prefix) => path.startsWith(`${prefix}/`));
    if (base === undefined) return undefined;
    const below = path.slice(base.length);
    const isMatch = ({ pattern }: PathTemplate) => pattern.test(below);
    const match = byMethod.get(method)?.find(isMatch) ?? (method === "HEAD" && byMethod.get("GET")?.find(isMatch));
    if (match) return { operation: match.operation, path: readPath(match, below) };
    const matches = templates.filter(isMatch);
    if (matches.length === 0) return undefined;
    const allow = new Set(["OPTIONS", ...matches.map(({ operation }) => operation.method)]);
    if (allow.has("GET")) allow.add("HEAD");
    return { allow: [...allow].sort() };
  };
}

interface PathTemplate {
  operation: MockOperation;
  /** Matches the paths of the template; each group is the value of a parameter. */
  pattern: RegExp;
  names: string[];
  /** The length of its literal text: concrete paths take precedence, as `/runs/latest` over `/runs/{id}`. */
  literalLength: number;
}

function toTemplate(operation: MockOperation): PathTemplate {
  // Literal texts and names of parameters alternate.
  const parts = operation.path.split(/\{([^}]*)\}/);
  const literals = parts.filter((_, index) => index % 2 === 0);
  return {
    operation,
    pattern: new RegExp(`^${literals.map(toPattern).join("([^/]+)")}$`),
    names: parts.filter((_, index) => index % 2 === 1),
    literalLength: literals.join("").length,
  };
}

/** Returns a regular expression that matches a literal text as it is in a URL. */
const toPattern = (text: string): string => encodeURI(text).replace(/[.*+?$()]/g, "\\$&");

function readPath({ names, pattern }: PathTemplate, path: string): Map<string, string> {
  const [, ...texts] = pattern.exec(path) ?? [];
  return new Map(names.map((name, index) => [name, decode(texts[index] ?? "")]));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Rejection(400, `Expected a path with valid escapes, got ${text}.`);
  }
}

/** Makes the rejection of a path without an operation; its message says what is expected. */
export function unknownPath(method: string, path: string, { operations, basePaths }: Api): Rejection {
  if (!basePaths.some((base) => path.startsWith(`${base}/`))) {
    const expected = basePaths.map((base) => `${base}/…`).join(" or ");
    return new Rejection(404, `Expected a path below ${expected}, got ${method} ${path}. Is the base URL complete?`);
  }
  const segments = path.split("/", 20);
  const similar = didYouMean(
    path,
    operations.flatMap((operation) => basePaths.map((base) => withValuesOf(segments, base + operation.path))),
  );
  if (similar !== "") return new Rejection(404, `No operation for ${method} ${path}${similar}`);
  const known = operations.map((operation) => `${operation.method} ${operation.path}`);
  return new Rejection(404, `No operation for ${method} ${path}. Known: ${listed(known).join(", ")}.`);
}

/** Fills the parameters of a path template with the segments of a path at the same positions. */
function withValuesOf(segments: string[], template: string): string {
  return template
    .split("/")
    .map((segment, index) => (segment.startsWith("{") ? (segments[index] ?? segment) : segment))
    .join("/");
}

/** Responds to `OPTIONS` with the methods of a path; rejects any other method that the path lacks. */
export function otherMethod(method: string, allow: string): MockResponse {
  if (method === "OPTIONS") return { status: 204, headers: { allow }, body: null };
  throw new Rejection(405, `${method} is not allowed here. Allowed: ${allow}.`, { allow });
}
