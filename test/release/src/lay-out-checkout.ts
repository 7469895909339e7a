import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { repository } from "@testsigma-tms/scripts/repository";
import type { TestProject } from "vitest/node";
import { tarballName } from "./pack.ts";
import { publishedNames } from "./published-packages.ts";
import { npmInstall, succeed } from "./run.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of this test run, which is removed at its end. */
    folder: string;
    /** The output of `pnpm tarballs`. */
    printed: string;
  }
}

const here = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/**
 * Creates the checkout with tarballs, `testsigma-tms`, that the READMEs expect next to a reader's projects, and a project,
 * `npm`, in which npm installs all of them.
 */
export default async function layOutCheckout({ provide }: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), "packed-testsigma-tms-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await cp(join(repository, "examples"), join(folder, "testsigma-tms/examples"), { recursive: true });
    const tarballs = join(folder, "testsigma-tms/tarballs");
    const { stdout } = await succeed(process.execPath, [here("scripts/tarballs.ts"), "--out", tarballs], {
      cwd: repository,
    });
    const cwd = join(folder, "npm");
    await cp(here("consumer"), cwd, { recursive: true });
    await writeFile(join(cwd, "package.json"), JSON.stringify({ name: "consumer", private: true }));
    const files = publishedNames.map((name) => join(tarballs, tarballName(name)));
    await npmInstall([...files, "@types/node@24"], cwd);
    provide("folder", folder);
    provide("printed", stdout);
  } catch (error) {
    await remove();
    throw error;
  }
  return remove;
}
