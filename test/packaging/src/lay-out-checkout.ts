import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { repository } from "./published-packages.ts";
import { succeed } from "./run.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The output of `pnpm tarballs`. */
    printed: string;
  }
}

/** Creates the checkout with tarballs, `testsigma-tms`, that the READMEs expect next to a reader's projects. */
export default async function layOutCheckout({ provide }: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), "installs-testsigma-tms-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const checkout = join(folder, "testsigma-tms");
    await mkdir(checkout);
    await cp(join(repository, "examples"), join(checkout, "examples"), { recursive: true });
    const command = fileURLToPath(new URL("../scripts/tarballs.ts", import.meta.url));
    const args = [command, "--out", join(checkout, "tarballs")];
    provide("folder", folder);
    provide("printed", (await succeed(process.execPath, args, { cwd: repository })).stdout);
  } catch (error) {
    await remove();
    throw error;
  }
  return remove;
}
