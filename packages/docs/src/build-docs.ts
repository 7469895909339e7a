import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { docsDocument } from "./docs-document.ts";
import { llmsText } from "./llms-text.ts";
import type { OpenApiDocument } from "./openapi.ts";
import { type RenderOptions, renderPage } from "./render-page.ts";
import { type Section, splitSections } from "./sections.ts";

const pagesFolder = fileURLToPath(new URL("../pages", import.meta.url));

export interface BuildDocsOptions extends RenderOptions {
  /** The bundled description. */
  document: OpenApiDocument;
  /** The same as YAML. */
  yaml: string;
  /** Folder to write to; made if missing. */
  into: string;
}

/** Writes the page and, beside it, the description as `openapi.json` and `openapi.yaml` and the text as `llms.txt`. */
export async function buildDocs({ document, yaml, into, ...options }: BuildDocsOptions): Promise<void> {
  const pages = await readPages();
  const files = {
    "openapi.json": `${JSON.stringify(document, null, 2)}\n`,
    "openapi.yaml": yaml,
    "llms.txt": llmsText(document, pages),
    "index.html": await renderPage(docsDocument(document, pages), options),
  };
  await mkdir(into, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    // Renamed into place, so that a reader never sees half a page.
    await writeFile(join(into, `.${name}`), text);
    await rename(join(into, `.${name}`), join(into, name));
  }
}

/** The Markdown files of `pages/` in the order of their numbers. */
async function readPages(): Promise<Section[]> {
  const names = (await readdir(pagesFolder)).filter((name) => name.endsWith(".md")).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(pagesFolder, name), "utf8")));
  return texts.flatMap((text) => splitSections(text).sections);
}
