import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Runtime } from "../fault.ts";

/** Pinned, so that a changed row means a changed client. Node 20 is the oldest that the client supports. */
const PACKAGES: Record<Runtime, Record<string, string>> = {
  node20: { node: "20.19.0" },
  node22: { node: "22.23.3" },
  node24: { node: "24.21.0" },
  node26: { node: "26.10.0" },
  bun: { bun: "1.4.5" },
  deno: { deno: "2.9.6" },
  workerd: { workerd: "1.20261117.1" },
  chromium: { "@sparticuz/chromium": "153.0.0", "playwright-core": "1.65.1" },
};

const CACHE = fileURLToPath(new URL("../../.runtimes/", import.meta.url));

const read = (path: string): Promise<string> => readFile(path, "utf8").catch(() => "");

/** Installs a runtime from npm into the cache folder, unless it is there; resolves with its folder. */
export const installRuntime = async (runtime: Runtime, log: (line: string) => void): Promise<string> => {
  const folder = join(CACHE, runtime);
  const dependencies = PACKAGES[runtime];
  const names = Object.keys(dependencies);
  const manifest = JSON.stringify(
    // npm runs only those install scripts that are named; they place the binaries.
    { private: true, dependencies, allowScripts: Object.fromEntries(names.map((name) => [name, true])) },
    null,
    2,
  );
  const installed = join(folder, "installed.json");
  if ((await read(installed)) === manifest) return folder;

  log(`Installing ${runtime} (${names.map((name) => `${name}@${dependencies[name]}`).join(", ")}) …`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), manifest);
  await promisify(execFile)("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: folder,
    shell: process.platform === "win32",
  });
  await writeFile(installed, manifest);
  return folder;
};
