import type { Operation } from "./operations.ts";

/** The operation that a request is for, by its method and the rest of its URL after the base URL. */
export function findOperation(operations: Operation[], method: string, rest: string): Operation | undefined {
  const [path = ""] = rest.split("?");
  return operations
    .filter((operation) => operation.method === method)
    .find(({ path: template }) => matches(template, path));
}

function matches(template: string, path: string): boolean {
  const pattern = template
    .split(/\{[^}]*\}/)
    .map((text) => text.replace(/[.*+?^$()|[\]\\]/g, "\\$&"))
    .join("[^/]+");
  return new RegExp(`^${pattern}$`).test(path);
}
