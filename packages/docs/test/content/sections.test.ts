import { expect, it } from "vitest";
import { splitSections } from "../../src/content/sections.ts";

it("a text is split at its headings, but not within code, which ends with its section if it is never closed", () => {
  const code = "```sh\n## a comment\n```";
  const { overview, sections } = splitSections(`Intro.\n\n${code}\n\n## One\n\n~~~~js\nleft open\n\n## Two`);

  expect(overview).toBe(`Intro.\n\n${code}`);
  expect(sections).toEqual([
    { title: "One", markdown: "~~~~js\nleft open\n~~~~" },
    { title: "Two", markdown: "" },
  ]);
});
