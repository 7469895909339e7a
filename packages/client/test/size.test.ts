import { gzipSync } from "node:zlib";
import { build, type PluginBuild } from "esbuild";
import { minify } from "terser";
import { describe, expect, it } from "vitest";
import { printOperations } from "../scripts/print-operations.ts";
import { readOperations } from "../scripts/read-operations.ts";
import { operationRoutes } from "../src/generated/operations.js";
import { specOfManyOperations } from "./many-operations.js";

type Minifier = "terser" | "esbuild";

/** Bundles as a user's tools do, and returns the minified text; on request with other generated operations. */
async function bundle(source: string, minifier: Minifier = "terser", operations?: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname },
    bundle: true,
    minify: minifier === "esbuild",
    format: "esm",
    target: "es2022",
    write: false,
    plugins: operations ? [{ name: "operations", setup: (build) => replaceOperations(build, operations) }] : [],
  });
  const text = outputFiles[0]?.text ?? "";
  return minifier === "esbuild" ? text : ((await minify(text, { module: true })).code ?? "");
}

const replaceOperations = (build: PluginBuild, contents: string) =>
  build.onLoad({ filter: /generated[\\/]operations\.js$/ }, () => ({ contents, loader: "ts" }));

const client = `import { createClient } from "@testsigma-tms/client";
const testsigma = createClient();
testsigma.createTestRun({});
testsigma.http.POST("/projects/{project_id}/test_runs");`;

const openApiFetch = `import createClient from "openapi-fetch";
createClient().POST("/projects/{project_id}/test_runs");`;

const weigh = async (source: string, minifier: Minifier, operations?: string) =>
  gzipSync(await bundle(source, minifier, operations), { level: 9 }).length;

describe("the bundle", () => {
  it("stays small: one call and http, minified and gzipped", async () => {
    for (const minifier of ["terser", "esbuild"] as const) {
      const alone = await weigh(openApiFetch, minifier);
      console.log(
        `minified by ${minifier}, gzipped: ${await weigh(client, minifier)} bytes, openapi-fetch alone ${alone}`,
      );
    }
    expect(await weigh(client, "terser")).toBeLessThan(10_200 + 20 * (Object.keys(operationRoutes).length - 1));
  });

  it("grows by at most 20 bytes with a further operation", async () => {
    const spec = specOfManyOperations();
    const operations = readOperations(spec);
    expect(operations).toHaveLength(44);
    const [one] = operations;
    const print = (printed: typeof operations) => printOperations(printed, spec);
    const many = await weigh(client, "terser", print(operations));
    const few = await weigh(client, "terser", print(one ? [one] : []));
    console.log(`a further operation: ${((many - few) / 43).toFixed(1)} bytes`);
    expect((many - few) / 43).toBeLessThanOrEqual(20);
  });

  it("holds no schemas unless validation is imported", async () => {
    const name = "minItems";
    expect(await bundle(client)).not.toContain(name);
    expect(
      await bundle('import { validation } from "@testsigma-tms/client/validation"; console.log(validation());'),
    ).toContain(name);
  });

  it("needs no eval", async () => {
    const all = `${client} import { validation } from "@testsigma-tms/client/validation"; console.log(validation());`;
    expect(await bundle(all)).not.toMatch(/\beval\(|new Function\(/);
  });
});
