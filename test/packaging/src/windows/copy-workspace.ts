import { existsSync } from "node:fs";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { repository } from "../published-packages.ts";
import { succeed } from "../run.ts";

/**
 * Copies the workspace with its build results, and installs the dependencies of some packages for Windows. Wine shows
 * symbolic links as the folders that they point to, so nothing may depend on links: `node_modules` is flat.
 *
 * @param folder the target; an older copy there is replaced, except for its `node_modules`
 */
export async function copyWorkspace(folder: string, packages: string[]): Promise<void> {
  const { stdout } = await succeed("git", ["ls-files", "-z", "-co", "--exclude-standard"], { cwd: repository });
  const files = stdout.split("\0").filter((file) => file && existsSync(join(repository, file)) && !isOfRootOnly(file));
  for (const name of ["spec", "packages", "test"]) await rm(join(folder, name), { recursive: true, force: true });
  for (const file of [...files, "spec/dist", ...packages.map((name) => `packages/${name}/dist`)]) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await cp(join(repository, file), join(folder, file), { recursive: true });
  }
  const settings = await readFile(join(repository, "pnpm-workspace.yaml"), "utf8");
  const architecture = "nodeLinker: hoisted\nsupportedArchitectures: { os: [win32], cpu: [x64] }\n";
  await writeFile(join(folder, "pnpm-workspace.yaml"), `${settings}\n${architecture}`);
  const filters = packages.map((name) => `--filter=@testsigma-tms/${name}...`);
  const args = ["install", "--prefer-offline", "--no-frozen-lockfile", "--ignore-scripts", ...filters];
  await succeed("pnpm", args, { cwd: folder });
}

/** Returns whether a file configures Biome, which rejects a second configuration below the repository. */
const isOfRootOnly = (file: string) => /^biome\.jsonc?$/.test(file);
