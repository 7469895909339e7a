import { RegExpRouter } from "hono/router/reg-exp-router";
import { SmartRouter } from "hono/router/smart-router";
import { TrieRouter } from "hono/router/trie-router";
import type { MockDocument } from "../document/load-document.js";
import type { Operation } from "../document/operation.js";

/** The operation for a request, or why there is none. */
export type Found = { operation: Operation; path: string } | { allow: string[] } | undefined;

/**
 * Makes the function that finds the operation for a method and a path as it stands in the URL. Responses the methods that
 * the path takes where the method is not among them, and `undefined` for an unknown path.
 */
export function operationFinder({ operations, basePaths }: MockDocument): (method: string, path: string) => Found {
  const router = new SmartRouter<Map<string, Operation>>({ routers: [new RegExpRouter(), new TrieRouter()] });
  for (const methods of byPath(operations).values()) {
    const [first] = methods.values();
    if (first) router.add("ALL", routeOf(first.path), methods);
  }

  const matches = (path: string) => router.match("GET", path)[0].map(([methods]) => methods);

  return (method, path) => {
    const prefix = basePaths.find((base) => base !== "" && path.startsWith(`${base}/`)) ?? "";
    // A document may describe a path that begins like its server's.
    for (const rest of new Set([path.slice(prefix.length), path])) {
      const paths = matches(rest);
      if (paths.length === 0) continue;
      for (const methods of paths) {
        const operation = methods.get(method) ?? (method === "HEAD" ? methods.get("GET") : undefined);
        if (operation) return { operation, path: rest };
      }
      const allow = new Set(paths.flatMap((methods) => [...methods.keys()]));
      if (allow.has("GET")) allow.add("HEAD");
      return { allow: [...allow, "OPTIONS"].sort() };
    }
    return undefined;
  };
}

/** Concrete paths first: OpenAPI matches `/runs/latest` before `/runs/{id}`. */
function byPath(operations: Operation[]): Map<string, Map<string, Operation>> {
  const paths = new Map<string, Map<string, Operation>>();
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
