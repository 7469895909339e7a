import ts from "typescript";

/**
 * Rewrites the doc comments of openapi-typescript: puts the text first instead of after `@description`, removes the
 * indentation that Markdown shows as code, and removes the tags that repeat the type.
 */
export function writeTextPlainly(nodes: ts.Node[]): ts.Node[] {
  const rewrite = (node: ts.Node): void => {
    const comments = ts.getSyntheticLeadingComments(node);
    if (comments) {
      const rewritten = comments.map((comment) => ({ ...comment, text: plainText(comment.text) }));
      ts.setSyntheticLeadingComments(
        node,
        rewritten.filter(({ text }) => text !== ""),
      );
    }
    ts.forEachChild(node, rewrite);
  };
  nodes.forEach(rewrite);
  return nodes;
}

function plainText(comment: string): string {
  // Continuation lines of a part are indented by four spaces.
  const parts = comment
    .slice(1)
    .trim()
    .replace(/^\* /, "")
    .split(/\n \* (?! {4})/);
  const texts: string[] = [];
  const formats: string[] = [];
  const tags: string[] = [];
  for (const part of parts) {
    const text = part.replaceAll(/\n \* {5}/g, "\n").trim();
    if (/^@(enum|constant)\b/.test(text)) continue;
    if (text.startsWith("@description")) texts.push(text.slice("@description".length).trim());
    else if (text.startsWith("@")) tags.push(text);
    else (text.startsWith("Format: ") ? formats : texts).push(text);
  }
  const lines = [[...texts, ...formats].join("\n\n"), tags.join("\n")].filter(Boolean).join("\n\n").split("\n");
  if (lines.length === 1) return lines[0] ? `* ${lines[0]} ` : "";
  return `*\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n `;
}
