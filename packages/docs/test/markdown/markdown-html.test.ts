import { describe, expect, it } from "vitest";
import { createToHtml } from "../../src/markdown/markdown-html.ts";

const toHtml = createToHtml((code) => code === "listTestRuns");
const legend = 'href="#documented-observed-inferred"';

describe("a text", () => {
  it.each([
    ["Moved (observed).", `Moved <a class="mark observed" ${legend}>observed</a>.`],
    ["Moved (observed, since May).", `Moved <a class="mark observed" ${legend}>observed</a> (since May).`],
    ["Made in the app (documented).", "Made in the app."],
    ["(documented)", `<a class="mark documented" ${legend}>documented</a>`],
    ["Not `(observed)` in code", 'Not <code class="word">(observed)</code> in code'],
  ])("marks what is not documented: %s", (markdown, html) => {
    expect(toHtml(markdown)).toBe(`<p>${html}</p>\n`);
  });

  it("names the source of what is observed: that of the described thing, or its own", () => {
    const html = toHtml("Seen (observed), again (observed: mcp-e2e, mcp-notes; since May).", {
      sources: ["mcp-probe"],
    });
    expect(html).toContain('title="Source: mcp-probe">observed</a>, again');
    expect(html).toContain('title="Source: mcp-e2e, mcp-notes">observed</a> (since May).');
  });

  it("has different ids for headings of one text that read alike", () => {
    expect(toHtml("### A b\n\n### A-b", { owner: "guide" }).match(/id="[^"]+"/g)).toEqual([
      'id="guide/a-b"',
      'id="guide/a-b-2"',
    ]);
  });

  it("marks a documented statement if the text around it is not documented", () => {
    expect(toHtml("Sent (documented).", { mark: "observed" })).toContain('class="mark documented"');
  });

  it.each([
    ["a <b> & `<i>`", 'a &lt;b&gt; &amp; <code class="word">&lt;i&gt;</code>'],
    ["![a picture](https://example.com/pixel.png)", "a picture"],
    ["[click](javascript:alert(1))", "click"],
    ["[click](<java\tscript:alert(1)>)", "click"],
    ["[click](data:text/html,x)", "click"],
    ["[click](other.html)", '<a href="other.html">click</a>'],
    ["[mail](mailto:a@example.com)", '<a href="mailto:a@example.com">mail</a>'],
  ])("shows HTML as text, and neither loads nor runs anything: %s", (markdown, html) => {
    expect(toHtml(markdown)).toBe(`<p>${html}</p>\n`);
  });

  it("leads from the name of an operation to the operation, but not within a link", () => {
    expect(toHtml("`listTestRuns`")).toContain('<a href="#listTestRuns"><code class="word">listTestRuns</code></a>');
    expect(toHtml("[`listTestRuns`](#other)")).toBe(
      '<p><a href="#other"><code class="word">listTestRuns</code></a></p>\n',
    );
  });

  it("has tables that can be scrolled by keyboard, and code that can be copied", () => {
    expect(toHtml("| a |\n|---|\n| b |")).toContain('<div class="table" tabindex="0" role="group"');
    expect(toHtml("```json\n{}\n```")).toContain('<button type="button" class="copy">');
  });

  it("has code with colours, and code of an unknown language as it is", () => {
    expect(toHtml('```ts\ncall("<a>");\n```')).toContain('<span class="string">&quot;&lt;a&gt;&quot;</span>');
    expect(toHtml("```cobol\nIF A < B.\n```")).toContain(">IF A &lt; B.</code>");
  });
});
