import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { redirectIsHidden, succeeds } from "../src/fault.ts";
import { playMatrix } from "../src/matrix/play-matrix.ts";
import { renderMatrix } from "../src/matrix/render-matrix.ts";

it("is in MATRIX.md as it is printed; else run: pnpm faults --write", async () => {
  const { matrix } = await playMatrix();
  expect(await readFile(new URL("../MATRIX.md", import.meta.url), "utf8")).toBe(matrix);
});

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
