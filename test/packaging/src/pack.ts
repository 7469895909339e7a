import { type PublishedName, publishedNames, repository } from "./published-packages.ts";
import { succeed } from "./run.ts";

/** The packed packages: the path of each tarball, and the files in it. */
export type Packed = Record<PublishedName, { tarball: string; files: string[] }>;

/** Packs the published packages into a folder. */
export async function pack(folder: string): Promise<Packed> {
  const packages = publishedNames.flatMap((name) => ["--filter", name]);
  const args = [...packages, "pack", "--json", "--pack-destination", folder];
  const { stdout } = await succeed("pnpm", args, { cwd: repository });
  const results: { name: PublishedName; filename: string; files: { path: string }[] }[] = JSON.parse(stdout);
  const entries = results.map(({ name, filename, files }) => {
    return [name, { tarball: filename, files: files.map(({ path }) => path).sort() }];
  });
  return Object.fromEntries(entries);
}

/** The tarballs as a manifest or a setting names them. */
export function tarballSpecs(packed: Packed): Record<string, string> {
  return Object.fromEntries(Object.entries(packed).map(([name, { tarball }]) => [name, `file:${tarball}`]));
}

/** A `pnpm-workspace.yaml` that makes pnpm take the tarballs in place of the registry's packages. JSON is YAML. */
export function pnpmSettings(packed: Packed): string {
  return JSON.stringify({ overrides: tarballSpecs(packed) });
}
