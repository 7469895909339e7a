import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "@testsigma-tms/scripts/repository";
import { publishedFilters } from "./published-packages.ts";
import { succeed } from "./run.ts";

export type Licences = Record<string, { name: string; versions: string[] }[]>;

/** Returns the licences of the published packages' dependencies, each with its packages. */
export async function listLicences(...options: string[]): Promise<Licences> {
  const { stdout } = await succeed("pnpm", [...publishedFilters, "licenses", "list", "--json", ...options], {
    cwd: repository,
  });
  return JSON.parse(stdout);
}

/** Returns the packages in a bundle, from its licence texts: each text is below a name and a version. */
export function bundledPackages(folder: string): { name: string; version: string }[] {
  const text = readFileSync(join(folder, "dist/THIRD-PARTY-LICENSES.txt"), "utf8");
  return [...text.matchAll(/(?:^|-{80}\n\n)((?:@[\w.-]+\/)?[\w.-]+) (\d+\.\d+\.\d+\S*)\n\n/g)].map(
    ([, name = "", version = ""]) => ({ name, version }),
  );
}
