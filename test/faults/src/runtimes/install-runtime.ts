import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installOnDemand } from "@testsigma-tms/scripts/install-on-demand";
import type { Runtime } from "../fault.ts";

/**
 * The versions are pinned, so that a changed row means a changed client. Node 20 is the oldest version that the client
 * supports.
 */
const packages: Record<Runtime, Record<string, string>> = {
  node20: { node: "20.19.0" },
  node22: { node: "22.23.3" },
  node24: { node: "24.21.0" },
  node26: { node: "26.10.0" },
  bun: { bun: "1.4.5" },
  deno: { deno: "2.9.6" },
  workerd: { workerd: "1.20261117.1" },
  // The one that other tests use.
  chromium: {},
};

const cacheFolder = fileURLToPath(new URL("../../.runtimes/", import.meta.url));

/** Installs a runtime from npm into the cache folder, unless it is already there; resolves with its folder. */
export async function installRuntime(runtime: Runtime, log: (line: string) => void): Promise<string> {
  const folder = join(cacheFolder, runtime);
  const dependencies = packages[runtime];
  const names = Object.keys(dependencies);
  // npm only runs the install scripts that are listed; they install the binaries.
  const allowScripts = Object.fromEntries(names.map((name) => [name, true]));
  if (names.length === 0) return folder;
  const onInstall = () =>
    log(`Installing ${runtime} (${names.map((name) => `${name}@${dependencies[name]}`).join(", ")}) …`);
  await installOnDemand(folder, { dependencies, allowScripts }, { onInstall });
  return folder;
}

/**
 * Returns the command of an installed package: its binary, or Node and its script. Not `.bin`, which differs on
 * Windows.
 */
export async function findBinary(folder: string, packageName: string): Promise<string[]> {
  const packageFolder = join(folder, "node_modules", packageName);
  const { bin }: { bin: string | Record<string, string> } = JSON.parse(
    await readFile(join(packageFolder, "package.json"), "utf8"),
  );
  const binary = join(packageFolder, typeof bin === "string" ? bin : (bin[packageName] ?? ""));
  return /\.[cm]?js$/.test(binary) ? [process.execPath, binary] : [binary];
}
