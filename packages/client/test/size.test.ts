import { basename } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type PluginBuild } from "esbuild";
import { minify } from "terser";
import { describe, expect, it } from "vitest";
import { printRoutes, printService } from "../scripts/print-routes.ts";
import { readOperations } from "../scripts/read-operations.ts";
import { allOperations } from "../src/generated/service.js";
import { specOfManyOperations } from "./many-operations.js";

type Minifier = "terser" | "esbuild";

/** Bundles as a user's tools do, and returns the minified text; on request with other generated files. */
async function bundle(source: string, minifier: Minifier = "terser", generated: Generated = {}): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname, loader: "ts" },
    bundle: true,
    minify: minifier === "esbuild",
    format: "esm",
    target: "es2022",
    write: false,
    plugins: [{ name: "generated", setup: (build) => replaceGenerated(build, generated) }],
  });
  const text = outputFiles[0]?.text ?? "";
  return minifier === "esbuild" ? text : ((await minify(text, { module: true })).code ?? "");
}

/** Contents by the name of a module in `generated`. */
type Generated = { readonly [name: string]: string };

function replaceGenerated(build: PluginBuild, generated: Generated): void {
  build.onLoad({ filter: /generated[\\/]\w+\.ts$/ }, ({ path }) => {
    const contents = generated[basename(path, ".ts")];
    return contents === undefined ? undefined : { contents, loader: "ts" };
  });
}

const client = `import { createClient } from "../src/index.js";
const testsigma = createClient();
testsigma.createTestRun({});
testsigma.http.POST("/projects/{project_id}/test_runs");`;

const someOperations = `import { createClient, createTestRun } from "../src/operations/index.js";
createClient({ operations: { createTestRun } }).createTestRun({});`;

const openApiFetch = `import createClient from "openapi-fetch";
createClient().POST("/projects/{project_id}/test_runs");`;

const weigh = async (source: string, minifier: Minifier, generated?: Generated) =>
  gzipSync(await bundle(source, minifier, generated), { level: 9 }).length;

describe("the bundle", () => {
  it("stays small: one call and http, minified and gzipped", async () => {
    for (const minifier of ["terser", "esbuild"] as const) {
      const [all, one, alone] = await Promise.all(
        [client, someOperations, openApiFetch].map((source) => weigh(source, minifier)),
      );
      console.log(
        `minified by ${minifier}, gzipped: ${all} bytes; of one operation ${one}; openapi-fetch alone ${alone}`,
      );
    }
    expect(await weigh(client, "terser")).toBeLessThan(10_200 + 20 * (Object.keys(allOperations).length - 1));
    expect(await weigh(someOperations, "terser")).toBeLessThan(8_600);
  });

  it("grows by at most 20 bytes with a further operation", async () => {
    const spec = specOfManyOperations();
    const operations = readOperations(spec);
    expect(operations).toHaveLength(44);
    const [one] = operations;
    const print = (printed: typeof operations) => ({
      routes: printRoutes(printed),
      service: printService(printed, spec),
    });
    const many = await weigh(client, "terser", print(operations));
    const few = await weigh(client, "terser", print(one ? [one] : []));
    console.log(`a further operation: ${((many - few) / 43).toFixed(1)} bytes`);
    expect((many - few) / 43).toBeLessThanOrEqual(20);
  });

  it("holds nothing of the operations that are not given, and no http", async () => {
    const [all, one] = await Promise.all([bundle(client), bundle(someOperations)]);
    for (const text of ["/projects/{project_id}/folders", "onRequest"]) {
      expect(all).toContain(text);
      expect(one).not.toContain(text);
    }
  });

  it("holds no schemas unless validation is imported", async () => {
    const name = "minItems";
    expect(await bundle(client)).not.toContain(name);
    expect(
      await bundle('import { validation } from "../src/validation/index.js"; console.log(validation());'),
    ).toContain(name);
  });

  it("needs no eval", async () => {
    const all = `${client} import { validation } from "../src/validation/index.js"; console.log(validation());`;
    expect(await bundle(all)).not.toMatch(/\beval\(|new Function\(/);
  });
});
