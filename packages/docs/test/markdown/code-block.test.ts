import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { codeBlock } from "../../src/markdown/code-block.ts";
import { dist } from "../support/built-docs.ts";

it("marks the tokens that have a colour, and no others", () => {
  expect(codeBlock("ts", 'call({ n: 1 }, "<a>");')).toContain(
    'call({ <span class="attr">n</span>: <span class="number">1</span> }, <span class="string">&quot;&lt;a&gt;&quot;</span>);',
  );
});

it("leaves code of an unknown language as it is", () => {
  expect(codeBlock("cobol", "IF A < B.")).toContain("<code>IF A &lt; B.</code>");
});

it("has a colour in the style sheet for every token that it marks", async () => {
  const page = await readFile(join(dist, "createTestRun.html"), "utf8");
  const code = [...page.matchAll(/<pre><code>([\s\S]*?)<\/code><\/pre>/g)].map(([, text]) => text).join("");
  const kinds = new Set([...code.matchAll(/class="([^"]+)"/g)].map(([, kind]) => kind));

  expect(kinds.size).toBeGreaterThan(5);
  expect([...kinds].filter((kind) => !page.includes(`.${kind}`))).toEqual([]);
});
