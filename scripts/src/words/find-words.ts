import { words } from "./words.ts";

/** Finds every use of a listed word in a text. */
export function findWords(text: string): { line: number; found: string; instead: string }[] {
  return text.split("\n").flatMap((content, index) =>
    words.flatMap(({ pattern, instead }) => {
      const [found] = pattern.exec(content) ?? [];
      return found === undefined ? [] : [{ line: index + 1, found, instead }];
    }),
  );
}
