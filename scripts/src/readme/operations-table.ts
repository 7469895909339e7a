import type { Operation } from "@testsigma-tms/codegen";

/** Returns a Markdown table with a row for each tag: its operations, as methods of the client. */
export function operationsTable(operations: Operation[]): string {
  const tags = Map.groupBy(operations, ({ tag }) => tag);
  const rows = [...tags].map(([tag, tagged]) => `| ${tag} | ${tagged.map(({ id }) => `\`${id}\``).join(", ")} |`);
  return [`| Tag | ${operations.length} methods of the client |`, "|---|---|", ...rows].join("\n");
}
