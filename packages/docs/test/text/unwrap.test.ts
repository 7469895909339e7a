import { describe, expect, it } from "vitest";
import { unwrap } from "../../src/text/unwrap.ts";

describe("unwrap", () => {
  it("joins the lines of a paragraph", () => {
    expect(unwrap("One\ntwo\n\nthree\n`four`")).toBe("One two\n\nthree `four`");
  });

  it("joins the lines of a list item and keeps the items apart", () => {
    expect(unwrap("- one\n  two\n- three")).toBe("- one two\n- three");
  });

  it("joins a line that begins with code", () => {
    expect(unwrap("`a`\n`b`\nor `c`.")).toBe("`a` `b` or `c`.");
  });

  it.each([
    ["code", "```sh\none\ntwo\n```\n\ntext"],
    ["a table", "| a |\n|---|\n| b |"],
    ["a heading", "## Title\n\ntext"],
    ["HTML", "<details>\n<summary>one</summary>\n\ntext\n\n</details>"],
  ])("leaves %s as it is", (_, markdown) => {
    expect(unwrap(markdown)).toBe(markdown);
  });
});
