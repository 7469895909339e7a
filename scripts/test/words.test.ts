import { expect, it } from "vitest";
import { findWords } from "../src/words/find-words.ts";

it("finds a listed word, its line and what to write instead, but no word inside another", () => {
  expect(findWords("# Amendment\n\nThe server answered it.")).toEqual([
    { line: 3, found: "answered", instead: 'A server "responds"; it sends a "response".' },
  ]);
});

it.each(["npx testsigma report", "x: npx --yes testsigma-mock", "`bunx testsigma`", "run -- npx testsigma-tms run"])(
  "finds the unscoped package in %s",
  (line) => {
    expect(findWords(line)).toHaveLength(1);
  },
);
