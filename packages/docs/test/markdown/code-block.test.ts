import { expect, it } from "vitest";
import { codeBlock } from "../../src/markdown/code-block.ts";

it("marks tokens, and leaves code of an unknown language as it is", () => {
  expect(codeBlock("ts", 'call("<a>");')).toContain('<span class="string">&quot;&lt;a&gt;&quot;</span>');
  expect(codeBlock("cobol", "IF A < B.")).toContain(">IF A &lt; B.</code>");
});
