import { join } from "node:path";
import { type PublishedName, publishedNames, repository } from "./published-packages.ts";
import { succeed } from "./run.ts";

/** The packed packages: the path of each tarball, and the files in it. */
export type Packed = Record<PublishedName, { tarball: string; files: string[] }>;

/** Packs the published packages into a folder, as `testsigma-tms-client.tgz` and so on. */
export async function pack(folder: string): Promise<Packed> {
  const packages = publishedNames.flatMap((name) => ["--filter", name]);
  const args = [...packages, "pack", "--json", "--out", join(folder, "%s.tgz")];
  const { stdout } = await succeed("pnpm", args, { cwd: repository });
  const results: { name: PublishedName; filename: string; files: { path: string }[] }[] = JSON.parse(stdout);
  const entries = results.map(({ name, filename, files }) => {
    return [name, { tarball: filename, files: files.map(({ path }) => path).sort() }];
  });
  return Object.fromEntries(entries);
}
