import type { Operation } from "@testsigma-tms/codegen";

/** The operation that a request is for. The path may begin with the base path of any server. */
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

/** `/test_runs/statuses` is closer to a path than `/test_runs/{test_run_id}`. */
const literalLength = ({ path }: Operation) => path.replace(/\{[^}]*\}/g, "").length;
