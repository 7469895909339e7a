import { describe, expect, it } from "vitest";
import { escapeHtml, marksAsBadges } from "../../src/document/marks.ts";

describe("marksAsBadges", () => {
  it("keeps what a mark in parentheses says besides", () => {
    expect(marksAsBadges("Moved (observed, since May).")).toBe(
      'Moved <span class="mark observed"><i>(</i>observed<i>)</i></span> (since May).',
    );
  });
});

describe("escapeHtml", () => {
  it.each([
    ["a <b> & &lt;", "a &lt;b> & &amp;lt;"],
    ["`<b>` <i>", "`<b>` &lt;i>"],
    ["```\n<b>\n```", "```\n<b>\n```"],
  ])("turns HTML outside code into text: %j", (markdown, escaped) => {
    expect(escapeHtml(markdown)).toBe(escaped);
  });
});
