import { join } from "node:path";
import { repository } from "@testsigma-tms/scripts/repository";
import { publishedFilters, publishedNames } from "./published-packages.ts";
import { succeed } from "./run.ts";

/** Packs the published packages into a folder, as `testsigma-tms-client.tgz` and so on; resolves to the paths. */
export async function pack(folder: string): Promise<string[]> {
  await succeed("pnpm", [...publishedFilters, "pack", "--out", join(folder, "%s.tgz")], { cwd: repository });
  return publishedNames.map((name) => join(folder, tarballName(name)));
}

export function tarballName(name: string): string {
  return `${name.replace("@", "").replace("/", "-")}.tgz`;
}
