import { expect, it } from "vitest";
import { redirectIsHidden, succeeds } from "../src/fault.ts";
import { replaceMarkedBlock } from "../src/matrix/marked-block.ts";
import { renderMatrix } from "../src/matrix/render-matrix.ts";

it("shows what was observed, and where a runtime differs", () => {
  const fault = { name: "301 | moved", replies: [], expected: succeeds(), differs: redirectIsHidden };
  const observed = { name: fault.name, ...succeeds(), asked: [], problems: [] };
  const matrix = renderMatrix([{ title: "Redirects", faults: [fault] }], [observed]);
  expect(matrix).toContain("<summary>Redirects (1)</summary>");
  expect(matrix).toContain("| 301 \\| moved | created | 1     | –         | 1        |");
  expect(matrix).toContain("| 301 \\| moved | chromium | `RedirectError` | 1     | `unknown` | 0        |");
});

it("replaces what stands between the markers", () => {
  const text = "# Client\n<!-- faults -->\nold\n<!-- /faults -->\nEnd";
  expect(replaceMarkedBlock(text, "new")).toBe("# Client\n<!-- faults -->\n\nnew\n\n<!-- /faults -->\nEnd");
});

it("refuses a text without markers", () => {
  expect(() => replaceMarkedBlock("# Client", "new")).toThrow("<!-- faults --> and <!-- /faults --> are missing");
});
