/** A part of the page with its own heading. */
export interface Section {
  title: string;
  markdown: string;
}

/** Splits Markdown at its `## ` headings into the text before the first one, and one section each. */
export function splitSections(markdown = ""): { overview: string; sections: Section[] } {
  const [overview = "", ...parts] = `\n${markdown.trim()}`.split(/\n## /);
  const sections = parts.map((part) => {
    const end = part.indexOf("\n");
    return { title: part.slice(0, end).trim(), markdown: part.slice(end).trim() };
  });
  return { overview: overview.trim(), sections };
}

/** Converts a title to an id. */
export const slug = (title: string) =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
