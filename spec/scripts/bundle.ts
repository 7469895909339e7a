import { mkdir, rename, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { bundle, formatProblems, getTotals, loadConfig, stringifyYaml } from "@redocly/openapi-core";

const at = (file: string) => fileURLToPath(new URL(`../${file}`, import.meta.url));
const config = await loadConfig({ configPath: at("redocly.yaml") });

/** Bundles the spec into `dist/`, or prints what is wrong with it and leaves the last good bundle; true when written. */
export async function writeBundles(): Promise<boolean> {
  const marked = await bundled("main");
  const unmarked = marked && (await bundled("unmarked"));
  if (!marked || !unmarked) return false;
  await mkdir(at("dist"), { recursive: true });
  await write("openapi.yaml", stringifyYaml(marked, { noRefs: true, lineWidth: -1 }));
  await write("openapi-unmarked.json", json(unmarked));
  await write("openapi.json", json(marked));
  return true;
}

/** One API of `redocly.yaml` as a single document. */
async function bundled(api: "main" | "unmarked"): Promise<unknown> {
  try {
    const result = await bundle({ ref: at("openapi.yaml"), config: config.forAlias(api) });
    const totals = getTotals(result.problems);
    formatProblems(result.problems, { format: "stylish", totals, version: "" });
    return totals.errors === 0 ? result.bundle.parsed : undefined;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return undefined;
  }
}

const json = (document: unknown) => `${JSON.stringify(document, null, 2)}\n`;

/** Replaces the file at once, so that a watcher never reads half of it. */
async function write(name: string, text: string): Promise<void> {
  const file = at(`dist/${name}`);
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}
