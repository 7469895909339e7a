import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { x } from "tinyexec";

export interface InstallOptions {
  /** Further arguments of `npm install`. @default none */
  args?: string[];
  /** Runs npm in the folder; rejects if it fails. @default npm with the environment of this process */
  npm?: (args: string[], folder: string) => PromiseLike<unknown>;
  /** Called before an installation, but not if everything is already there. */
  onInstall?: () => void;
}

/**
 * Installs the dependencies of a `package.json` from npm, unless the same one was installed in the folder before. An
 * interrupted installation is repeated.
 */
export async function installOnDemand(
  folder: string,
  manifest: { dependencies: Record<string, string>; [field: string]: unknown },
  { args = [], npm = runNpm, onInstall }: InstallOptions = {},
): Promise<void> {
  const text = JSON.stringify({ private: true, ...manifest }, null, 2);
  // Written last, so that its presence means a complete installation.
  const installed = join(folder, "installed.json");
  if ((await readFile(installed, "utf8").catch(() => "")) === text) return;
  onInstall?.();
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), text);
  await npm(["install", "--no-audit", "--no-fund", "--loglevel=error", ...args], folder);
  await writeFile(installed, text);
}

const runNpm = (args: string[], folder: string) => x("npm", args, { throwOnError: true, nodeOptions: { cwd: folder } });
