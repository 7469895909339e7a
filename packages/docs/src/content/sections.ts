/** A part of a text with its own heading. */
export interface Section {
  title: string;
  markdown: string;
}

const codeBlocks = /^ {0,3}(```+|~~~+)[^\n]*\n[\s\S]*?^ {0,3}\1[`~]*[ \t]*$/gm;

/**
 * Splits Markdown at its `## ` headings into the text before the first one, and one section each. A line in a block of
 * code is not a heading. A block that is never closed ends with its section.
 */
export function splitSections(markdown = ""): { overview: string; sections: Section[] } {
  const withoutCode = markdown.replaceAll(codeBlocks, (block) => block.replaceAll("#", "-"));
  const starts = [...withoutCode.matchAll(/^## /gm)].map(({ index }) => index);
  const [overview = "", ...parts] = [0, ...starts].map((start, at) => closed(markdown.slice(start, starts[at]).trim()));
  const sections = parts.map((part) => {
    const [heading = "", ...lines] = part.split("\n");
    return { title: heading.slice(3).trim(), markdown: lines.join("\n").trim() };
  });
  return { overview, sections };
}

/** Closes a block of code that is open at the end. */
function closed(markdown: string): string {
  const [, fence] = markdown.replaceAll(codeBlocks, "").match(/^ {0,3}(```+|~~~+)/m) ?? [];
  return fence ? `${markdown}\n${fence}` : markdown;
}

/** Converts a title to an id, which is short enough for the name of a file. */
export function slug(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, 60)
    .replaceAll(/^-|-$/g, "");
}

/** Returns an id that is not taken, and takes it. */
export function uniqueId(id: string, taken: Set<string>): string {
  let unique = id;
  for (let number = 2; taken.has(unique); number++) unique = `${id}-${number}`;
  taken.add(unique);
  return unique;
}
