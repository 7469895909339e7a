const cell = (text: string | number): string => String(text).replaceAll("|", "\\|");

/** A GitHub table. */
export const markdownTable = (head: string[], rows: (string | number)[][]): string =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.map(cell).join(" | ")} |`).join("\n");
