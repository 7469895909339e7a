/** Like `replaceAll`, but throws where there is nothing to replace: what is measured would not be what is meant. */
export function replace(text: string, pattern: string | RegExp, replacement: string): string {
  const replaced = text.replaceAll(pattern, replacement);
  if (replaced === text) throw new Error(`There is no ${pattern} to replace with ${replacement}.`);
  return replaced;
}
