import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { readSpec } from "@testsigma-tms/spec/reader";
import { build } from "esbuild";
import { minify } from "terser";
import { describe, expect, it } from "vitest";
import { printRoutes } from "../scripts/print-operations.ts";
import { readOperations } from "../scripts/read-operations.ts";

type Minifier = "terser" | "esbuild";

/** Bundles as a user's tools do, optionally with other generated routes, and returns the minified text. */
async function bundle(source: string, minifier: Minifier = "terser", routes?: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname, loader: "ts" },
    bundle: true,
    minify: minifier === "esbuild",
    format: "esm",
    target: "es2022",
    write: false,
    plugins: [
      {
        name: "routes",
        setup: (build) =>
          build.onLoad({ filter: /generated[\\/]routes\.ts$/ }, () =>
            routes ? { contents: routes, loader: "ts" } : undefined,
          ),
      },
    ],
  });
  const text = outputFiles[0]?.text ?? "";
  return minifier === "esbuild" ? text : ((await minify(text, { module: true })).code ?? "");
}

const client = 'import { createClient } from "../src/index.js"; createClient().createTestRun({});';
const http = 'import { createHttpClient } from "../src/http.js"; createHttpClient().POST("/projects");';
const checked = 'import { validation } from "../src/validation.js"; console.log(validation());';
const openApiFetch = 'import createClient from "openapi-fetch"; createClient().POST("/projects");';

const weigh = async (...args: Parameters<typeof bundle>) => gzipSync(await bundle(...args), { level: 9 }).length;

describe("the bundle", () => {
  const spec = readSpec(import.meta.resolve("@testsigma-tms/spec/openapi.json"));

  it("stays small: all methods, minified and gzipped", async () => {
    for (const minifier of ["terser", "esbuild"] as const) {
      const [all, withHttp, alone] = await Promise.all(
        [client, http, openApiFetch].map((source) => weigh(source, minifier)),
      );
      console.log(
        `minified by ${minifier}, gzipped: methods ${all} bytes; http ${withHttp}; openapi-fetch alone ${alone}`,
      );
    }
    expect(await weigh(client)).toBeLessThanOrEqual(10_000);
  });

  it("grows by at most 20 bytes with a further operation", async () => {
    const operations = readOperations(await spec);
    const weighRoutes = async (count: number) =>
      weigh(client, "terser", printRoutes(operations.slice(0, count), await spec));
    const further = operations.length - 1;
    const perOperation = ((await weighRoutes(operations.length)) - (await weighRoutes(1))) / further;
    console.log(`a further operation: ${perOperation.toFixed(1)} bytes`);
    expect(perOperation).toBeLessThanOrEqual(20);
  });

  it("holds neither openapi-fetch nor schemas unless they are imported", async () => {
    for (const [text, source] of [
      ["onRequest", http],
      ["minItems", checked],
    ] as const) {
      expect(await bundle(client)).not.toContain(text);
      expect(await bundle(source)).toContain(text);
    }
  });

  it("has at most 60 names in the main entry, types included", async () => {
    const source = await readFile(new URL("../src/index.ts", import.meta.url), "utf8");
    const names = [...source.matchAll(/{([^}]*)}/g)].flatMap(([, list = ""]) =>
      list.split(",").filter((name) => name.trim()),
    );
    expect(names.length).toBeGreaterThan(20);
    expect(names.length).toBeLessThanOrEqual(60);
    expect(source).not.toContain("*");
  });

  it("needs no eval", async () => {
    expect(await bundle(`${client}${http}${checked}`)).not.toMatch(/\beval\(|new Function\(/);
  });
});
