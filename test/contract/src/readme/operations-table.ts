import type { Operation } from "@testsigma-tms/codegen";
import { markdownTable } from "markdown-table";

/** A folded Markdown table of operations: tag, method of the client, request. A tag stands in its first row. */
export function operationsTable(operations: Operation[]): string {
  const tags = [...new Set(operations.map(({ tag }) => tag))];
  const rows = tags.flatMap((tag) =>
    operations
      .filter((operation) => operation.tag === tag)
      .map(({ id, method, path }, index) => [index === 0 ? tag : "", `\`${id}\``, `\`${method} ${path}\``]),
  );
  const table = markdownTable([["Tag", "Method of the client", "Request"], ...rows], { alignDelimiters: false });
  const count = operations.length === 1 ? "1 operation" : `${operations.length} operations`;
  return `<details>\n<summary>${count}</summary>\n\n${table}\n\n</details>`;
}
