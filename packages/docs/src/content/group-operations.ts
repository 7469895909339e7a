import type { Operation, Spec } from "@testsigma-tms/codegen";
import { slug } from "./sections.ts";

/** The operations of one tag. */
export interface OperationGroup {
  tag: string;
  operations: Operation[];
}

/** The operation that readers begin with. */
const first = "createTestRun";

/**
 * Groups the operations by tag, in the order of the document's tags and then of its operations. `createTestRun` and its
 * group come first.
 */
export function groupOperations({ document, operations }: Spec): OperationGroup[] {
  const tags = new Set([...(document.tags ?? []).map(({ name }) => name), ...operations.map(({ tag }) => tag)]);
  const isFirst = ({ id }: Operation) => id === first;
  return [...tags]
    .map((tag) => operations.filter((operation) => operation.tag === tag))
    .filter((group) => group.length > 0)
    .map((group) => group.toSorted((one, other) => Number(isFirst(other)) - Number(isFirst(one))))
    .toSorted((one, other) => Number(other.some(isFirst)) - Number(one.some(isFirst)))
    .map((group) => ({ tag: group[0]?.tag ?? "", operations: group }));
}

/** Returns the id of a tag on the overview. */
export const tagId = (tag: string) => `tag-${slug(tag)}`;
