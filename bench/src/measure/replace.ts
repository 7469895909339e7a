/** Works like `replaceAll`, but throws if there is nothing to replace: the wrong thing would be measured. */
export function replace(text: string, pattern: string | RegExp, replacement: string): string {
  const replaced = text.replaceAll(pattern, replacement);
  if (replaced === text) throw new Error(`There is no ${pattern} to replace with ${replacement}.`);
  return replaced;
}
