import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import {
  bundle,
  createConfig,
  formatProblems,
  getTotals,
  lint,
  loadConfig,
  stringifyYaml,
} from "@redocly/openapi-core";

const at = (file: string) => fileURLToPath(new URL(`../${file}`, import.meta.url));
const config = await loadConfig({ configPath: at("redocly.yaml") });
/** Only what would break every reader of the bundle; `pnpm lint` checks the rest. */
const structure = await createConfig({ rules: { struct: "error", "no-unresolved-refs": "error" } });

/**
 * Bundles the spec into `dist/`, and returns true. If the spec has errors, prints them, keeps the last good bundle and
 * returns false.
 */
export async function writeBundles(): Promise<boolean> {
  const document = await bundled();
  if (!document) return false;
  await mkdir(at("dist"), { recursive: true });
  await write("openapi.yaml", stringifyYaml(document, { noRefs: true, lineWidth: -1 }));
  await write("openapi.json", `${JSON.stringify(document, null, 2)}\n`);
  // Files that an older version wrote must not be published.
  const others = (await readdir(at("dist"))).filter((name) => !["openapi.json", "openapi.yaml"].includes(name));
  await Promise.all(others.map((name) => rm(at(`dist/${name}`), { recursive: true })));
  return true;
}

/** Returns the spec as a single document; `undefined` if it has errors. */
async function bundled(): Promise<unknown> {
  try {
    const ref = at("openapi.yaml");
    const problems = await lint({ ref, config: structure });
    const totals = getTotals(problems);
    formatProblems(problems, { format: "stylish", totals, version: "" });
    return totals.errors === 0 ? (await bundle({ ref, config: config.forAlias("main") })).bundle.parsed : undefined;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return undefined;
  }
}

/** Replaces the file atomically, so that a watcher never reads half of it. */
async function write(name: string, text: string): Promise<void> {
  const file = at(`dist/${name}`);
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}
