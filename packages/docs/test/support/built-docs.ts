import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createSpec, type OpenApiDocument, readSpec } from "@testsigma-tms/spec/reader";
import { docsFiles, writeFiles } from "../../src/build-docs.ts";
import { serveDocs } from "../../src/index.ts";

/** The folder that `pnpm build` writes to. */
export const dist = fileURLToPath(new URL("../../dist", import.meta.url));

/** Reads a file that `pnpm build` has written. */
export const readDist = (name: string) => readFile(join(dist, name), "utf8");

export const spec = await readSpec(import.meta.resolve("@testsigma-tms/spec/openapi.json"));

/** Builds the docs of a document in a separate folder and serves them. */
export async function siteOf(document: OpenApiDocument) {
  const folder = await mkdtemp(join(tmpdir(), "docs-site-"));
  await writeFiles(folder, docsFiles(createSpec(document)));
  const server = await serveDocs({ root: folder });
  const close = async () => {
    await server.close();
    await rm(folder, { recursive: true });
  };
  return { url: server.url, folder, [Symbol.asyncDispose]: close };
}
