import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { minify } from "terser";
import { describe, expect, it } from "vitest";

/** Bundles as a user's tools do, and returns the minified text. */
async function bundle(source: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname },
    bundle: true,
    format: "esm",
    target: "es2022",
    write: false,
  });
  const { code } = await minify(outputFiles[0]?.text ?? "", { module: true });
  return code ?? "";
}

const client = `import { createClient } from "@testsigma-tms/client";
const testsigma = createClient();
testsigma.createTestRun({});
testsigma.http.POST("/projects/{project_id}/test_runs");`;

const openApiFetch = `import createClient from "openapi-fetch";
createClient().POST("/projects/{project_id}/test_runs");`;

const weigh = async (source: string) => gzipSync(await bundle(source), { level: 9 }).length;

describe("the bundle", () => {
  it("stays small: one call and http, minified and gzipped", async () => {
    const bytes = await weigh(client);
    console.log(`client bundle: ${bytes} bytes gzipped, of which openapi-fetch alone ${await weigh(openApiFetch)}`);
    expect(bytes).toBeLessThan(6500);
  });

  it("holds no validators unless they are imported", async () => {
    const name = "createTestRunInput";
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
