import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { x } from "tinyexec";

export interface InstallOptions {
  /** Further arguments of `npm install`. @default none */
  args?: string[];
  /** Runs npm in the folder; rejects where it fails. @default npm with the environment of this process */
  npm?: (args: string[], folder: string) => PromiseLike<unknown>;
  /** Called before an installation, but not where everything is there already. */
  onInstall?: () => void;
}

/**
 * Installs from npm what a `package.json` names, unless this one was installed in the folder before. An installation that
 * breaks off is made again.
 */
export async function installOnDemand(
  folder: string,
  manifest: { dependencies: Record<string, string>; [field: string]: unknown },
  { args = [], npm = runNpm, onInstall }: InstallOptions = {},
): Promise<void> {
  const text = JSON.stringify({ private: true, ...manifest }, null, 2);
  // Written last, so that it stands for a whole installation.
  const installed = join(folder, "installed.json");
  if ((await readFile(installed, "utf8").catch(() => "")) === text) return;
  onInstall?.();
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), text);
  await npm(["install", "--no-audit", "--no-fund", "--loglevel=error", ...args], folder);
  await writeFile(installed, text);
}

const runNpm = (args: string[], folder: string) => x("npm", args, { throwOnError: true, nodeOptions: { cwd: folder } });
