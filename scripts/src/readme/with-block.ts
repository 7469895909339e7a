/**
 * Returns a Markdown text with new content in the block that begins at `<!-- name -->` and ends at `<!-- /name -->`.
 *
 * @throws {Error} if the text has no such block
 */
export function withBlock(text: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`The text has no block from "${start}" to "${end}".`);
  return `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`;
}
