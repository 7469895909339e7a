import type { Operation } from "./operations.ts";

/** The operation that a request is for. The path may begin with the base path of any server. */
export function findOperation(operations: Operation[], method: string, path: string): Operation | undefined {
  return operations
    .filter((operation) => operation.method === method && endsLike(path, operation.path))
    .sort((one, other) => other.path.length - one.path.length)[0];
}

function endsLike(path: string, template: string): boolean {
  const pattern = template
    .split(/\{[^}]*\}/)
    .map((text) => text.replace(/[.*+?^$()|[\]\\]/g, "\\$&"))
    .join("[^/]+");
  return new RegExp(`${pattern}$`).test(path);
}
