import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { repository } from "@testsigma-tms/support/repository";

/** The folders that Git ignores, and Git's own folder. */
const leftOut = new Set([".git", ".runtimes", ".tools", ".turbo", "dist", "node_modules", "reports", "tarballs"]);

/** Copies the repository as a fresh clone would have it. The copy is deleted when it is disposed of. */
export async function copyRepository(): Promise<AsyncDisposable & { folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), "testsigma-tms-copy-"));
  await cp(repository, folder, { recursive: true, filter: (source) => !leftOut.has(basename(source)) });
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}
