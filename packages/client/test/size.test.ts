import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { minify } from "terser";
import { describe, expect, it } from "vitest";

type Minifier = "terser" | "esbuild";

/** Bundles as a user's tools do, and returns the minified text. */
async function bundle(source: string, minifier: Minifier = "terser"): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname },
    bundle: true,
    minify: minifier === "esbuild",
    format: "esm",
    target: "es2022",
    write: false,
  });
  const text = outputFiles[0]?.text ?? "";
  return minifier === "esbuild" ? text : ((await minify(text, { module: true })).code ?? "");
}

const client = `import { createClient } from "@testsigma-tms/client";
const testsigma = createClient();
testsigma.createTestRun({});
testsigma.http.POST("/projects/{project_id}/test_runs");`;

const openApiFetch = `import createClient from "openapi-fetch";
createClient().POST("/projects/{project_id}/test_runs");`;

const weigh = async (source: string, minifier: Minifier) =>
  gzipSync(await bundle(source, minifier), { level: 9 }).length;

describe("the bundle", () => {
  it("stays small: one call and http, minified and gzipped", async () => {
    for (const minifier of ["terser", "esbuild"] as const) {
      const alone = await weigh(openApiFetch, minifier);
      console.log(
        `minified by ${minifier}, gzipped: ${await weigh(client, minifier)} bytes, openapi-fetch alone ${alone}`,
      );
    }
    expect(await weigh(client, "terser")).toBeLessThan(10_100);
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
