import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { minify } from "terser";
import { describe, expect, it } from "vitest";

/** Bundles as a user's tools do, and returns the minified text. */
async function bundle(source: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname, loader: "ts" },
    bundle: true,
    format: "esm",
    target: "es2022",
    write: false,
  });
  return (await minify(outputFiles[0]?.text ?? "", { module: true })).code ?? "";
}

const client = 'import { createClient } from "../src/index.js"; createClient().createTestRun({});';
const http = 'import { createHttpClient } from "../src/http.js"; createHttpClient().POST("/projects");';
const checked = 'import { validation } from "../src/validation.js"; console.log(validation());';

describe("the bundle", () => {
  it("has at most 10,000 bytes for all methods, minified and gzipped", async () => {
    const { length } = gzipSync(await bundle(client), { level: 9 });
    console.log(`all methods, minified and gzipped: ${length} bytes`);
    expect(length).toBeLessThanOrEqual(10_000);
  });

  it.each([
    ["onRequest", http],
    ["minItems", checked],
  ])("holds %s only if its entry is imported", async (text, source) => {
    expect(await bundle(client)).not.toContain(text);
    expect(await bundle(source)).toContain(text);
  });

  it("needs no eval", async () => {
    expect(await bundle(`${client}${http}${checked}`)).not.toMatch(/\beval\(|new Function\(/);
  });
});

it("the main entry has at most 60 names, types included", async () => {
  const source = await readFile(new URL("../src/index.ts", import.meta.url), "utf8");
  const lists = [...source.matchAll(/{([^}]*)}/g)].map(([, list = ""]) =>
    list.split(",").filter((name) => name.trim()),
  );
  expect(lists.flat().length).toBeGreaterThan(20);
  expect(lists.flat().length).toBeLessThanOrEqual(60);
  expect(source).not.toContain("*");
});
