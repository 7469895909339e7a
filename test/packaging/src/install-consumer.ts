import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { type Packed, pack } from "./pack.ts";
import { succeed } from "./run.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of this test run, which is removed at its end. */
    folder: string;
    packed: Packed;
  }
}

/** Packs the published packages and installs all of them with npm into one project, `npm`. */
export default async function installConsumer({ provide }: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), "packed-testsigma-tms-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const packed = await pack(folder);
    const cwd = join(folder, "npm");
    await cp(fileURLToPath(new URL("../consumer", import.meta.url)), cwd, { recursive: true });
    await writeFile(join(cwd, "package.json"), JSON.stringify({ name: "consumer", private: true }));
    const tarballs = Object.values(packed).map(({ tarball }) => tarball);
    await succeed("npm", ["install", ...tarballs, "@types/node@24", "--no-audit", "--no-fund", "--prefer-offline"], {
      cwd,
    });
    provide("folder", folder);
    provide("packed", packed);
  } catch (error) {
    await remove();
    throw error;
  }
  return remove;
}
