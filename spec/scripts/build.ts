/** `pnpm build`: bundles the spec into `dist/`. If the spec has errors, prints them and keeps the last good bundle. */
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { bundle, createConfig, loadConfig, stringifyYaml } from "@redocly/openapi-core";
import { at, isValid } from "./is-valid.ts";

/** Replaces the file atomically, so that a watcher never reads half of it. */
async function write(name: string, text: string): Promise<void> {
  const file = at(`dist/${name}`);
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}

// Only what would break every reader of the bundle; `pnpm lint` checks the rest.
if (await isValid(await createConfig({ rules: { struct: "error", "no-unresolved-refs": "error" } }))) {
  const config = (await loadConfig({ configPath: at("redocly.yaml") })).forAlias("main");
  const document: unknown = (await bundle({ ref: at("openapi.yaml"), config })).bundle.parsed;
  await mkdir(at("dist"), { recursive: true });
  await write("openapi.yaml", stringifyYaml(document, { noRefs: true, lineWidth: -1 }));
  await write("openapi.json", `${JSON.stringify(document, null, 2)}\n`);
  // Files that an older version wrote must not be published.
  const others = (await readdir(at("dist"))).filter((name) => !["openapi.json", "openapi.yaml"].includes(name));
  await Promise.all(others.map((name) => rm(at(`dist/${name}`), { recursive: true })));
} else process.exitCode = 1;
