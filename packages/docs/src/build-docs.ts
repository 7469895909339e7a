import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readSpec, type Spec } from "@testsigma-tms/codegen";
import { docsContent } from "./content/docs-content.ts";
import { type Section, splitSections } from "./content/sections.ts";
import { renderSite } from "./page/render-site.ts";
import { markdownFiles } from "./text/markdown-files.ts";

const pagesFolder = fileURLToPath(new URL("../pages", import.meta.url));

/** The groups of the menu, by the folder of their pages. */
const groups = { recipes: "Recipes", guide: "Guide" };

/** The folder of the bundles that the spec package builds. */
export const bundlesFolder = fileURLToPath(new URL(".", import.meta.resolve("@testsigma-tms/spec/openapi.json")));

/**
 * Writes the docs: the pages and their assets, the texts for programs, and the OpenAPI document. Deletes what an
 * earlier build left, except for Redoc's page.
 *
 * @param bundles folder of the bundled spec; the spec package's by default
 */
export async function buildDocs({ into, bundles = bundlesFolder }: { into: string; bundles?: string }): Promise<void> {
  const files = await docsFiles(await readSpec(join(bundles, "openapi.json")));
  for (const name of ["openapi.json", "openapi.yaml"]) files[name] = await readFile(join(bundles, name), "utf8");
  await writeFiles(into, files);
  for (const name of await readdir(into)) {
    if (!(name in files) && name !== "redoc.html") await rm(join(into, name), { recursive: true });
  }
}

/** Returns everything that is built from the spec, as files by name. */
export async function docsFiles(spec: Spec): Promise<Record<string, string>> {
  const content = docsContent(spec, await readPages());
  return { ...(await renderSite(content)), ...markdownFiles(content) };
}

/** Writes files, given by name, to a folder. */
export async function writeFiles(folder: string, files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, name);
    await mkdir(dirname(file), { recursive: true });
    // Each file is renamed into place, so that a reader never gets half a page.
    await writeFile(`${file}.new`, text);
    await rename(`${file}.new`, file);
  }
}

/** Reads the Markdown files of `pages/`, grouped by folder, in the order of their numbers. */
async function readPages(): Promise<Record<string, Section[]>> {
  const read = async (folder: string) => {
    const names = (await readdir(join(pagesFolder, folder))).filter((name) => name.endsWith(".md")).sort();
    const texts = await Promise.all(names.map((name) => readFile(join(pagesFolder, folder, name), "utf8")));
    return texts.flatMap((text) => splitSections(text).sections);
  };
  const entries = Object.entries(groups).map(async ([folder, group]) => [group, await read(folder)] as const);
  return Object.fromEntries(await Promise.all(entries));
}
