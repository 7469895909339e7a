import { gzipSync } from "node:zlib";
import { createSpec, type OpenApiDocument } from "@testsigma-tms/codegen";
import { docsFiles } from "../../../packages/docs/src/build-docs.ts";

export interface DocsGrowth {
  /** The time to build all docs. */
  docsSeconds: number;
  /** The compressed size of everything that the page of the first operation loads. */
  pageBytes: number;
  /** The uncompressed size of `llms-full.txt`. */
  llmsBytes: number;
}

/** Builds the docs of a spec in memory. */
export async function measureDocs(document: OpenApiDocument): Promise<DocsGrowth> {
  const start = performance.now();
  const spec = createSpec(document);
  const files = await docsFiles(spec);
  const docsSeconds = (performance.now() - start) / 1000;
  const firstPage = `${spec.operations[0]?.id}.html`;
  const page = [firstPage, "page.js"].map((name) => gzipSync(files[name] ?? "").length);
  return {
    docsSeconds,
    pageBytes: page.reduce((sum, bytes) => sum + bytes),
    llmsBytes: Buffer.byteLength(files["llms-full.txt"] ?? ""),
  };
}
