import { expect, it } from "vitest";
import { slug, splitSections } from "../../src/content/sections.ts";

it("a text is split at its headings, but not within code", () => {
  const code = "```sh\n## a comment\n```";
  const { overview, sections } = splitSections(`Intro.\n\n${code}\n\n## One\n\nText.\n\n## Two`);

  expect(overview).toBe(`Intro.\n\n${code}`);
  expect(sections).toEqual([
    { title: "One", markdown: "Text." },
    { title: "Two", markdown: "" },
  ]);
});

it.each(["```", "~~~~"])("code that is never closed ends with its section: %s", (fence) => {
  const { sections } = splitSections(`## One\n\n${fence}js\nleft open\n\n## Two\n\nText.`);

  expect(sections).toEqual([
    { title: "One", markdown: `${fence}js\nleft open\n${fence}` },
    { title: "Two", markdown: "Text." },
  ]);
});

it("an id is short enough for the name of a file", () => {
  expect(slug(`Word ${"w".repeat(300)}`)).toHaveLength(60);
});
