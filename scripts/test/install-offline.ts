import { repository } from "@testsigma-tms/support/repository";
import { x } from "tinyexec";

async function pnpm(cwd: string, ...args: string[]): Promise<string> {
  const { stdout } = await x("pnpm", args, { throwOnError: true, nodeOptions: { cwd } });
  return stdout.trim();
}

/** Installs a copy of the repository from the packages that the repository itself was installed from. */
export async function installOffline(folder: string): Promise<void> {
  // On another file system, pnpm would otherwise look for a store on that file system.
  const store = await pnpm(repository, "store", "path");
  await pnpm(folder, "install", "--frozen-lockfile", "--prefer-offline", "--store-dir", store);
}
