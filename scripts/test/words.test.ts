import { expect, it } from "vitest";
import { findWordsIn } from "../src/words/find-words.ts";

it("finds a listed word, its line and what to write instead", () => {
  expect(findWordsIn("# Errors\n\nThe server refused it.", "README.md")).toEqual([
    { file: "README.md", line: 3, found: "refused", instead: 'Use "reject".' },
  ]);
});

it("finds no word inside another, and no refused connection", () => {
  expect(findWordsIn("recommend, amendment, connection refused, connection was refused, ECONNREFUSED", "a.md")).toEqual(
    [],
  );
});
