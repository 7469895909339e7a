import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { x } from "tinyexec";
import { repository } from "./repository.ts";

/** The folders that Git ignores, and Git's own folder. */
const leftOut = new Set([".git", ".runtimes", ".tools", ".turbo", "dist", "node_modules", "reports", "tarballs"]);

export interface RepositoryCopy extends AsyncDisposable {
  folder: string;
  /** Installs the copy from the packages that the repository itself was installed from. */
  install(): Promise<void>;
}

/** Copies the repository as a fresh clone would have it. The copy is deleted when it is disposed of. */
export async function copyRepository(): Promise<RepositoryCopy> {
  const folder = await mkdtemp(join(tmpdir(), "testsigma-tms-copy-"));
  await cp(repository, folder, { recursive: true, filter: (source) => !leftOut.has(basename(source)) });
  const pnpm = (cwd: string, ...args: string[]) => x("pnpm", args, { throwOnError: true, nodeOptions: { cwd } });
  return {
    folder,
    async install() {
      // On another file system, pnpm would otherwise look for a store on that file system.
      const { stdout: store } = await pnpm(repository, "store", "path");
      await pnpm(folder, "install", "--frozen-lockfile", "--prefer-offline", "--store-dir", store.trim());
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}
