const cell = (text: string | number): string => String(text).replaceAll("|", "\\|");

/** A GitHub table, its columns padded as the formatter wants them. */
export const markdownTable = (head: string[], rows: (string | number)[][]): string => {
  const lines = [head, ...rows].map((row) => row.map(cell));
  const widths = head.map((_, column) => Math.max(3, ...lines.map((line) => line[column]?.length ?? 0)));
  const draw = (line: string[]): string =>
    `| ${line.map((text, column) => text.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [first = [], ...others] = lines;
  return [first, widths.map((width) => "-".repeat(width)), ...others].map(draw).join("\n");
};
