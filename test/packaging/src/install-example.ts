import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inject } from "vitest";
import { pnpmSettings } from "./pack.ts";
import { repository } from "./published-packages.ts";
import { succeed } from "./run.ts";

/** Copies an example out of the repository and installs what its manifest names, our packages from their tarballs. */
export async function installExample(name: string): Promise<string> {
  const cwd = join(inject("folder"), "examples", name);
  await cp(join(repository, "examples", name), cwd, { recursive: true });
  await writeFile(join(cwd, "pnpm-workspace.yaml"), pnpmSettings(inject("packed")));
  await succeed("pnpm", ["install", "--prefer-offline"], { cwd });
  return cwd;
}
