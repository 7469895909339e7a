import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { replaceMarkedBlock } from "../src/matrix/marked-block.ts";
import { playMatrix } from "../src/matrix/play-matrix.ts";

it("finds the matrix in the client's README as it is printed; else run: pnpm faults --write", async () => {
  const readme = await readFile(new URL("../../client/README.md", import.meta.url), "utf8");
  const { matrix } = await playMatrix();
  expect(readme).toBe(replaceMarkedBlock(readme, matrix));
});
