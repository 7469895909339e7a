import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { writeGenerated } from "../src/index.ts";

let folder: URL;
beforeEach(async () => {
  folder = pathToFileURL(`${await mkdtemp(join(tmpdir(), "generated-"))}/`);
});
afterEach(async () => {
  vi.unstubAllGlobals();
  process.exitCode = undefined;
  await rm(folder, { recursive: true });
});

const checking = () =>
  vi.stubGlobal("process", Object.assign(Object.create(process), { argv: ["node", "x", "--check"] }));

it("writes each file below a line that says it is generated", async () => {
  await writeGenerated(folder, { "table.ts": "export const table = {};\n" });
  const text = await readFile(new URL("table.ts", folder), "utf8");
  expect(text).toMatch(/^\/\/ Generated from the OpenAPI document .*\n\nexport const table = \{\};\n$/);
});

it("accepts with --check what it wrote itself", async () => {
  await writeGenerated(folder, { "table.ts": "1" });
  checking();
  await writeGenerated(folder, { "table.ts": "1" });
  expect(process.exitCode).toBeUndefined();
});

it("fails with --check, names the file and the fix, and writes nothing", async () => {
  const file = new URL("table.ts", folder);
  await writeFile(file, "edited by hand");
  const error = vi.spyOn(console, "error").mockImplementation(() => {});
  checking();
  await writeGenerated(folder, { "table.ts": "1" });
  expect(error).toHaveBeenCalledWith(
    expect.stringMatching(/table\.ts does not match the spec\. Run "pnpm generate" and commit it\.$/),
  );
  expect(process.exitCode).toBe(1);
  expect(await readFile(file, "utf8")).toBe("edited by hand");
});
