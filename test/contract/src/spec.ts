import { type Operation, readSpec } from "@testsigma-tms/spec/reader";

export const spec = await readSpec(import.meta.resolve("@testsigma-tms/spec/openapi.json"));

/** The operations with patterns of their paths, the longest literal text first: `/statuses` before `/{test_run_id}`. */
const sorted = new WeakMap<Operation[], [pattern: RegExp, operation: Operation][]>();

/** Returns the operation for a request. The path may begin with the base path of any server. */
export function findOperation(operations: Operation[], method: string, path: string): Operation | undefined {
  const patterns = sorted.get(operations) ?? withPatterns(operations);
  sorted.set(operations, patterns);
  return patterns.find(([pattern, operation]) => operation.method === method && pattern.test(path))?.[1];
}

function withPatterns(operations: Operation[]): [RegExp, Operation][] {
  const literalsOf = ({ path }: Operation) => path.split(/\{[^}]*\}/);
  const lengthOf = (operation: Operation) => literalsOf(operation).join("").length;
  const escaped = (text: string) => text.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  return operations
    .toSorted((one, other) => lengthOf(other) - lengthOf(one))
    .map((operation) => [new RegExp(`${literalsOf(operation).map(escaped).join("[^/]+")}$`), operation]);
}
