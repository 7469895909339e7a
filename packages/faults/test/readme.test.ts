import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { replaceMarkedBlock } from "../src/matrix/marked-block.ts";
import { playMatrix } from "../src/matrix/play-matrix.ts";

it("finds the matrix in the client's README as it is printed; else run: pnpm faults --write", async () => {
  const readme = await readFile(new URL("../../client/README.md", import.meta.url), "utf8");
  const { matrix } = await playMatrix();
  expect(readme).toBe(replaceMarkedBlock(readme, matrix));
});

it("runs the README's example as printed", async () => {
  const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");
  const [, example = ""] = /^```ts\n(.*?)^```/ms.exec(readme) ?? [];
  const folder = new URL("../reports/", import.meta.url);
  await mkdir(folder, { recursive: true });
  await writeFile(new URL("readme-example.ts", folder), example.replaceAll('"./src/', '"../src/'));
  const { stdout } = await promisify(execFile)("node", ["readme-example.ts"], { cwd: folder });
  expect(stdout).toBe("ConnectionError unknown 1\n");
});
