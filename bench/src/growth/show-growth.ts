import { mkdtempDisposable, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { createSpec, type OpenApiDocument, readSpec } from "@testsigma-tms/codegen";
import { build } from "esbuild";
import { minify } from "terser";
import { docsFiles } from "../../../packages/docs/src/build-docs.ts";
import { Report } from "../measure/report.ts";
import { compile, programs } from "./compile.ts";
import { generateClient } from "./generate-client.ts";
import { scaleSpec } from "./scale-spec.ts";

/** Prints how client, types, compile time and docs grow with the number of operations. */
export async function showGrowth({ copies, write }: { copies: number[]; write: boolean }): Promise<void> {
  const { document } = await readSpec(import.meta.resolve("@testsigma-tms/spec/openapi.json"));
  const rows = { sizes: [] as number[][], compiler: [] as number[][], docs: [] as number[][] };
  for (const count of copies) {
    console.error(`${count} times this API …`);
    const scaled = scaleSpec(document, count);
    const { operations } = createSpec(scaled);
    const client = await measureClient(scaled);
    rows.sizes.push([operations.length, ...client.bytes]);
    rows.compiler.push([operations.length, ...client.compiler]);
    rows.docs.push([operations.length, ...(await measureDocs(scaled))]);
  }
  const report = new Report(
    "Growth",
    "`pnpm bench growth`: specs with several copies of this API under other names, which compress better than new operations " +
      "would, through the generators of types, client and docs. Bytes of the client are minified and compressed, those of the " +
      "first view too. Instantiations are what the compiler makes for one call, beyond what it makes for an import of the client.",
  );
  report.table("What users load", [["Operations", "client: bytes", "with validation: bytes"], ...rows.sizes]);
  const compiler = ["types: kB", "client: s", "MB", "one call: instantiations", "its error: instantiations"];
  report.table("What the compiler does", [["Operations", ...compiler], ...rows.compiler]);
  report.table("The docs", [["Operations", "build: s", "first view: kB", "llms-full.txt: kB"], ...rows.docs]);
  report.machine({});
  await report.print(write ? "GROWTH.md" : undefined);
}

async function measureClient(document: OpenApiDocument) {
  await using folder = await mkdtempDisposable(join(tmpdir(), "growth-"));
  await generateClient(document, folder.path);
  const whole = await compile(folder.path, 'export * from "./client/index.js";');
  const nothing = await compile(folder.path, programs.nothing);
  const call = await compile(folder.path, programs.call);
  const error = await compile(folder.path, programs["call with errors"]);
  const methods = 'import { createClient } from "./client/index.js"; createClient().listTestRuns({});';
  const validation = 'import { validation } from "./client/validation/index.js"; console.log(validation());';
  const types = await readFile(join(folder.path, "types/generated/openapi.ts"));
  return {
    bytes: [await weigh(folder.path, methods), await weigh(folder.path, methods + validation)],
    compiler: [
      Math.round(types.length / 1000),
      whole.seconds,
      Math.round(whole.megabytes),
      call.instantiations - nothing.instantiations,
      error.instantiations - nothing.instantiations,
    ],
  };
}

async function weigh(folder: string, contents: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder, loader: "ts" },
    bundle: true,
    format: "esm",
    target: "es2022",
    write: false,
  });
  const { code = "" } = await minify(outputFiles[0]?.text ?? "", { module: true });
  return gzipSync(code, { level: 9 }).length;
}

/** Returns the seconds that the docs take to build, and the kB of the first operation's page and of `llms-full.txt`. */
async function measureDocs(document: OpenApiDocument): Promise<number[]> {
  const start = performance.now();
  const spec = createSpec(document);
  const files = await docsFiles(spec);
  const milliseconds = performance.now() - start;
  const page = [`${spec.operations[0]?.id}.html`, "page.js"].map((name) => gzipSync(files[name] ?? "").length);
  const bytes = [page.reduce((sum, size) => sum + size), Buffer.byteLength(files["llms-full.txt"] ?? "")];
  return [milliseconds, ...bytes].map((amount) => Math.round(amount / 100) / 10);
}
