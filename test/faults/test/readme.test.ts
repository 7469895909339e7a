import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { x } from "tinyexec";
import { expect, it } from "vitest";

it("runs the README's example as printed", async () => {
  const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");
  const [, example = ""] = /^```ts\n(.*?)^```/ms.exec(readme) ?? [];
  const folder = new URL("../reports/", import.meta.url);
  await mkdir(folder, { recursive: true });
  const file = new URL("readme-example.ts", folder);
  await writeFile(file, example.replaceAll('"./src/', '"../src/'));
  const { stdout } = await x(process.execPath, [fileURLToPath(file)], { throwOnError: true });
  expect(stdout).toBe("ConnectionError unknown 1\n");
});
