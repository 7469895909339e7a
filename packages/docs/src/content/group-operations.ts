import type { Operation, Spec } from "@testsigma-tms/spec/reader";
import { slug, uniqueId } from "./sections.ts";

export interface OperationGroup {
  tag: string;
  /** The id of the tag on the overview. */
  id: string;
  operations: Operation[];
}

/**
 * Groups the operations by tag, in the order of the document's tags and then of its operations. `createTestRun`, with
 * which readers begin, and its group come first.
 */
export function groupOperations({ document, operations }: Spec): OperationGroup[] {
  const tags = new Set([...(document.tags ?? []).map(({ name }) => name), ...operations.map(({ tag }) => tag)]);
  const ids = new Set<string>();
  const isFirst = ({ id }: Operation) => id === "createTestRun";
  return [...tags]
    .map((tag) => ({
      tag,
      id: uniqueId(`tag-${slug(tag)}`, ids),
      operations: operations
        .filter((operation) => operation.tag === tag)
        .toSorted((one, other) => Number(isFirst(other)) - Number(isFirst(one))),
    }))
    .filter((group) => group.operations.length > 0)
    .toSorted((one, other) => Number(other.operations.some(isFirst)) - Number(one.operations.some(isFirst)));
}
