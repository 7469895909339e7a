/**
 * Joins the lines of each paragraph and list item. Redoc's search glues the last word of a line to the first of the next,
 * so that neither is found.
 */
export function unwrap(markdown: string): string {
  const lines: string[] = [];
  let isCode = false;
  for (const line of markdown.split("\n")) {
    const isFence = fence.test(line);
    const previous = lines.at(-1) ?? "";
    if (!isCode && !isFence && isText(previous) && !startsBlock.test(line)) {
      lines[lines.length - 1] = `${previous} ${line.trim()}`;
    } else {
      lines.push(line);
    }
    if (isFence) isCode = !isCode;
  }
  return lines.join("\n");
}

const fence = /^\s*```/;

/** A blank line, a list item, a heading, a table row, a quotation, an HTML block. */
const startsBlock = /^\s*($|[-*+] |\d+\. |#|\||>|<\/?[a-z])/;

const isText = (line: string) => line.trim() !== "" && !/^\s*(#|\||<|```)/.test(line);
