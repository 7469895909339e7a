import { expect, it } from "vitest";
import { findWordsIn } from "../src/words/find-words.ts";

it("finds a listed word, its line and what to write instead", () => {
  expect(findWordsIn("# Errors\n\nThe server answered it.", "README.md")).toEqual([
    { file: "README.md", line: 3, found: "answered", instead: 'A server "responds"; it sends a "response".' },
  ]);
});

it("finds no word inside another", () => {
  expect(findWordsIn("recommend, amendment", "a.md")).toEqual([]);
});
