import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Rolldown } from "tsdown";

/** Writes the licence texts of all packages whose code is in the bundle to a file next to it. */
export function thirdPartyLicenses(fileName = "THIRD-PARTY-LICENSES.txt"): Rolldown.Plugin {
  return {
    name: "third-party-licenses",
    async generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === "chunk" ? Object.keys(file.modules) : []));
      const folders = new Set(
        modules.flatMap((module) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(module) ?? []),
      );
      const texts = await Promise.all(Array.from(folders, licenseOf));
      this.emitFile({ type: "asset", fileName, source: `${texts.toSorted().join(`\n${"-".repeat(80)}\n\n`)}` });
    },
  };
}

async function licenseOf(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? await readFile(join(folder, file), "utf8") : `Licensed under ${license}.\n`;
  return `${name} ${version}\n\n${text.trim()}\n`;
}
