import type { Operation } from "../api/operation.js";
import type { RequestHeaders } from "../http/mock-request.js";

/** The parts of a request other than its body. */
export interface RequestParameters {
  /** The path parameters, by their names in the template. */
  path: ReadonlyMap<string, string>;
  query: URLSearchParams;
  headers: RequestHeaders;
}

const templates = new WeakMap<Operation, { names: string[]; pattern: RegExp }>();

/** Reads the parameters of a path, by their names in the template. */
export function readPath(operation: Operation, path: string): Map<string, string> {
  const template = templates.get(operation) ?? readTemplate(operation);
  templates.set(operation, template);
  const [, ...texts] = template.pattern.exec(path) ?? [];
  return new Map(template.names.map((name, index) => [name, decodeURIComponent(texts[index] ?? "")]));
}

function readTemplate({ path }: Operation) {
  // Literal texts and parameter names alternate.
  const parts = path.split(/\{([^}]*)\}/);
  const isName = (index: number) => index % 2 === 1;
  const pattern = parts.map((part, index) => (isName(index) ? "([^/]+)" : toPattern(part))).join("");
  return { names: parts.filter((_, index) => isName(index)), pattern: new RegExp(`^${pattern}/?$`) };
}

/** Returns a regular expression that matches a literal text of a path template as it is in a URL. */
export const toPattern = (text: string): string => encodeURI(text).replace(/[.*+?$()]/g, "\\$&");
