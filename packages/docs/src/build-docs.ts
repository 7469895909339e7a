import { copyFile, mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { docsDocument } from "./docs-document.ts";
import { llmsText } from "./llms-text.ts";
import type { OpenApiDocument } from "./openapi.ts";
import { type RenderOptions, renderPage } from "./render-page.ts";
import { type Section, splitSections } from "./sections.ts";

const pagesFolder = fileURLToPath(new URL("../pages", import.meta.url));

export interface BuildDocsOptions extends RenderOptions {
  /** The bundled description as JSON. Its YAML form must lie beside it. */
  spec: string;
  /** Folder to write to; made if missing. */
  into: string;
}

/** Writes the page and, beside it, the description as `openapi.json` and `openapi.yaml` and the text as `llms.txt`. */
export async function buildDocs({ spec, into, ...options }: BuildDocsOptions): Promise<void> {
  const description = JSON.parse(await readFile(spec, "utf8")) as OpenApiDocument;
  const pages = await readPages();
  const html = await renderPage(docsDocument(description, pages), options);
  await mkdir(into, { recursive: true });
  await copyFile(spec, join(into, "openapi.json"));
  await copyFile(spec.replace(/json$/, "yaml"), join(into, "openapi.yaml"));
  await writeFile(join(into, "llms.txt"), llmsText(description, pages));
  // Renamed into place, so that a reader never sees half a page.
  await writeFile(join(into, "index.html.new"), html);
  await rename(join(into, "index.html.new"), join(into, "index.html"));
}

/** The Markdown files of `pages/` in the order of their numbers. */
async function readPages(): Promise<Section[]> {
  const names = (await readdir(pagesFolder)).filter((name) => name.endsWith(".md")).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(pagesFolder, name), "utf8")));
  return texts.flatMap((text) => splitSections(text).sections);
}
