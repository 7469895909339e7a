import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readSpec, type Spec } from "@testsigma-tms/codegen";
import { docsDocument } from "./document/docs-document.ts";
import { operationParts } from "./document/operation-parts.ts";
import { type Section, splitSections } from "./document/sections.ts";
import { docsContent } from "./page/docs-content.ts";
import { type RenderOptions, renderPage } from "./page/render-page.ts";
import { drawWithRedoc } from "./redoc/draw-with-redoc.ts";
import { llmsTexts } from "./text/llms-text.ts";

const pagesFolder = fileURLToPath(new URL("../pages", import.meta.url));

export interface BuildDocsOptions extends RenderOptions {
  /** Folder to write to; made if missing. */
  into: string;
  /** Folder of the bundles; the spec package's by default. */
  bundles?: string;
}

/** The folder that the spec package writes its bundles to. */
export const bundlesFolder = fileURLToPath(new URL(".", import.meta.resolve("@testsigma-tms/spec/openapi.json")));

/** Writes the page and what it loads, the OpenAPI document, and the texts for programs. */
export async function buildDocs({ into, bundles = bundlesFolder, ...options }: BuildDocsOptions): Promise<void> {
  const spec = await readSpec(join(bundles, "openapi.json"));
  const copies = await Promise.all(
    ["openapi.json", "openapi.yaml"].map(async (name) => [name, await readFile(join(bundles, name), "utf8")]),
  );
  await rm(join(into, "operations"), { recursive: true, force: true });
  await writeFiles(into, { ...(await docsFiles(spec, options)), ...Object.fromEntries(copies) });
}

/** Everything that is made from the spec, as files by name. */
export async function docsFiles(spec: Spec, options: RenderOptions = {}): Promise<Record<string, string>> {
  const content = docsContent(spec, await readPages());
  const names = [...Object.keys(content.texts), ...spec.operations.flatMap(operationParts).map(({ name }) => name)];
  const drawn = await drawWithRedoc({ document: docsDocument(content), names });
  return { ...(await renderPage(content, drawn, options)), ...llmsTexts(content) };
}

/** Writes files by name, which may hold folders. */
export async function writeFiles(folder: string, files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, name);
    await mkdir(dirname(file), { recursive: true });
    // Renamed into place, so that a reader never sees half a page.
    await writeFile(`${file}.new`, text);
    await rename(`${file}.new`, file);
  }
}

/** The Markdown files of `pages/` in the order of their numbers. */
async function readPages(): Promise<Section[]> {
  const names = (await readdir(pagesFolder)).filter((name) => name.endsWith(".md")).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(pagesFolder, name), "utf8")));
  return texts.flatMap((text) => splitSections(text).sections);
}
