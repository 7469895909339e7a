import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { oldestNode } from "./oldest-node.ts";
import { type Packed, pack, pnpmSettings, tarballSpecs } from "./pack.ts";
import { publishedNames } from "./published-packages.ts";
import { succeed } from "./run.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where everything of this run is installed; removed at its end. */
    folder: string;
    packed: Packed;
  }
}

/** Packs the published packages once, and installs them once with npm and once with pnpm. */
export default async function installConsumers({ provide }: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), "packed-testsigma-tms-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const packed = await pack(folder);
    await Promise.all([installWithNpm(folder, packed), installWithPnpm(folder, packed)]);
    provide("folder", folder);
    provide("packed", packed);
  } catch (error) {
    await remove();
    throw error;
  }
  return remove;
}

async function installWithNpm(folder: string, packed: Packed) {
  const cwd = await createConsumer(folder, "npm", {
    dependencies: tarballSpecs(packed),
    devDependencies: { "@types/node": "^24", node: oldestNode },
    allowScripts: { node: true },
  });
  await succeed("npm", ["install", "--ignore-scripts=false", "--no-audit", "--no-fund", "--prefer-offline"], { cwd });
}

async function installWithPnpm(folder: string, packed: Packed) {
  const cwd = await createConsumer(folder, "pnpm", {
    dependencies: Object.fromEntries(publishedNames.map((name) => [name, "*"])),
  });
  await writeFile(join(cwd, "pnpm-workspace.yaml"), pnpmSettings(packed));
  await succeed("pnpm", ["install", "--prefer-offline"], { cwd });
}

async function createConsumer(folder: string, name: string, manifest: object): Promise<string> {
  const cwd = join(folder, name);
  await cp(fileURLToPath(new URL("../consumer", import.meta.url)), cwd, { recursive: true });
  await writeFile(join(cwd, "package.json"), JSON.stringify({ name: `${name}-consumer`, private: true, ...manifest }));
  return cwd;
}
