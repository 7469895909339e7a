import { expect, it } from "vitest";
import { redirectIsHidden, succeeds } from "../src/fault.ts";
import { renderMatrix } from "../src/matrix/render-matrix.ts";

it("shows what was observed, and where a runtime differs", () => {
  const fault = { name: "301 | moved", replies: [], expected: succeeds(), differs: redirectIsHidden };
  const observed = { name: fault.name, ...succeeds(), origins: [], problems: [] };
  const matrix = renderMatrix([{ title: "Redirects", faults: [fault] }], [observed]);
  expect(matrix).toContain("## Redirects (1)");
  expect(matrix).toContain("| 301 \\| moved | succeeded | 1        | –         | 1        |");
  expect(matrix).toContain(
    "| 301 \\| moved |            | chromium | `RedirectError` | 1        | `unknown` | 0        |",
  );
});
