import { readFileSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readSpec, type Spec } from "@testsigma-tms/spec/reader";
import { docsContent } from "./content/docs-content.ts";
import { splitSections } from "./content/sections.ts";
import { renderSite } from "./page/render-site.ts";

/** The folder of the bundles that the spec package builds. */
export const bundlesFolder = fileURLToPath(new URL(".", import.meta.resolve("@testsigma-tms/spec/openapi.json")));

/**
 * Writes the docs: the pages and their assets, the texts for programs, and the OpenAPI document. Deletes what an
 * earlier build left, except for Redoc's page.
 *
 * @param bundles folder of the bundled spec; the spec package's by default
 */
export async function buildDocs({ into, bundles = bundlesFolder }: { into: string; bundles?: string }): Promise<void> {
  const files = docsFiles(await readSpec(join(bundles, "openapi.json")));
  for (const name of ["openapi.json", "openapi.yaml"]) files[name] = await readFile(join(bundles, name), "utf8");
  await writeFiles(into, files);
  for (const name of await readdir(into)) {
    if (!(name in files) && name !== "redoc.html") await rm(join(into, name), { recursive: true });
  }
}

/** Returns everything that is built from the spec, its changelog and the texts of `pages/`, as files by name. */
export function docsFiles(spec: Spec): Record<string, string> {
  const text = (address: string | URL) => readFileSync(new URL(address, import.meta.url), "utf8");
  const [guide, recipes] = ["guide", "recipes"].map((name) => splitSections(text(`../pages/${name}.md`)).sections);
  const changes = text(new URL("../CHANGELOG.md", import.meta.resolve("@testsigma-tms/spec/openapi.json")));
  const changelog = {
    title: "Changelog",
    markdown: changes
      .replace(/^# .*\n/, "")
      .replaceAll(/^#/gm, "##")
      .trim(),
  };
  return renderSite(docsContent(spec, { Guide: [...(guide ?? []), changelog], Recipes: recipes }));
}

/** Writes files, given by name, to a folder. */
export async function writeFiles(folder: string, files: Record<string, string>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, name);
    // Each file is renamed into place, so that a reader never gets half a page.
    await writeFile(`${file}.new`, text);
    await rename(`${file}.new`, file);
  }
}
