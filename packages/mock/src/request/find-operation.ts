import { RegExpRouter } from "hono/router/reg-exp-router";
import { SmartRouter } from "hono/router/smart-router";
import { TrieRouter } from "hono/router/trie-router";
import type { MockDocument, OperationEntry } from "../document/load-document.js";

/** The operation for a request with its path below the base path, or why there is none. */
export type Found = { operation: OperationEntry; path: string } | { allow: string[] } | undefined;

/**
 * Makes the function that finds the operation for a method and a path as it stands in the URL. Returns the methods that
 * the path takes where the method is not among them, and `undefined` for an unknown path.
 */
export function operationFinder({ operations, basePaths }: MockDocument): (method: string, path: string) => Found {
  const router = new SmartRouter<Map<string, OperationEntry>>({ routers: [new RegExpRouter(), new TrieRouter()] });
  for (const methods of byPath(operations).values()) {
    const [first] = methods.values();
    if (first) router.add("ALL", routeOf(first.path), methods);
  }

  const matches = (path: string) => router.match("GET", path)[0].map(([methods]) => methods);

  return (method, path) => {
    const base = basePaths.find((prefix) => path.startsWith(`${prefix}/`));
    if (base === undefined) return undefined;
    const rest = path.slice(base.length);
    const paths = matches(rest);
    if (paths.length === 0) return undefined;
    for (const methods of paths) {
      const operation = methods.get(method) ?? (method === "HEAD" ? methods.get("GET") : undefined);
      if (operation) return { operation, path: rest };
    }
    const allow = new Set(paths.flatMap((methods) => [...methods.keys()]));
    if (allow.has("GET")) allow.add("HEAD");
    return { allow: [...allow, "OPTIONS"].sort() };
  };
}

/** Concrete paths first: OpenAPI matches `/runs/latest` before `/runs/{id}`. */
function byPath(operations: OperationEntry[]): Map<string, Map<string, OperationEntry>> {
  const paths = new Map<string, Map<string, OperationEntry>>();
  const concreteFirst = [...operations].sort((a, b) => sortKey(a.path).localeCompare(sortKey(b.path)));
  for (const operation of concreteFirst) {
    const key = operation.path.replace(/\{[^}]*\}/g, "{}");
    paths.set(key, (paths.get(key) ?? new Map()).set(operation.method, operation));
  }
  return paths;
}

const sortKey = (path: string) => path.replace(/\{[^}]*\}/g, "\uffff");

/** The path template in the router's own notation. */
function routeOf(template: string): string {
  return template
    .split("/")
    .map((segment, index) => {
      if (/^\{[^}]*\}$/.test(segment)) return `:p${index}`;
      if (!/[{}:*?]/.test(segment)) return encodeURI(segment);
      const pattern = segment
        .split(/\{[^}]*\}/)
        .map((text) => encodeURI(text).replace(/[.*+?^$()|[\]\\]/g, "\\$&"))
        .join("[^/]+");
      return `:p${index}{${pattern}}`;
    })
    .join("/");
}
