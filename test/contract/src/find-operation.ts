import type { Operation } from "@testsigma-tms/spec/reader";

/** Returns the operation for a request. The path may begin with the base path of any server. */
export function findOperation(operations: Operation[], method: string, path: string): Operation | undefined {
  return operations
    .filter((operation) => operation.method === method && new RegExp(`${patternOf(operation.path)}$`).test(path))
    .sort((one, other) => literalLength(other) - literalLength(one))[0];
}

const patternOf = (template: string) =>
  template
    .split(/\{[^}]*\}/)
    .map((text) => text.replace(/[.*+?^$()|[\]\\]/g, "\\$&"))
    .join("[^/]+");

/** Returns the length without parameters: `/test_runs/statuses` takes precedence over `/test_runs/{test_run_id}`. */
const literalLength = ({ path }: Operation) => path.replace(/\{[^}]*\}/g, "").length;
