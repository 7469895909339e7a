import type { Operation } from "../api/operation.js";
import type { RequestHeaders } from "../http/mock-request.js";

/** What a request says outside its body. */
export interface RequestParameters {
  /** The values of its path, by the template's names. */
  path: ReadonlyMap<string, string>;
  query: URLSearchParams;
  headers: RequestHeaders;
}

const templates = new WeakMap<Operation, { names: string[]; pattern: RegExp }>();

/** Reads the values of a path, by the template's names. */
export function readPath(operation: Operation, path: string): Map<string, string> {
  const template = templates.get(operation) ?? readTemplate(operation);
  templates.set(operation, template);
  const [, ...texts] = template.pattern.exec(path) ?? [];
  return new Map(template.names.map((name, index) => [name, decodeURIComponent(texts[index] ?? "")]));
}

function readTemplate({ path }: Operation) {
  // Texts and names by turns.
  const parts = path.split(/\{([^}]*)\}/);
  const isName = (index: number) => index % 2 === 1;
  const pattern = parts.map((part, index) => (isName(index) ? "([^/]+)" : toPattern(part))).join("");
  return { names: parts.filter((_, index) => isName(index)), pattern: new RegExp(`^${pattern}/?$`) };
}

/** Returns the regular expression for a text of a path template, as it is in a URL. */
export const toPattern = (text: string): string => encodeURI(text).replace(/[.*+?$()]/g, "\\$&");
