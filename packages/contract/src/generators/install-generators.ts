import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { x } from "tinyexec";
import { generators } from "./generator.ts";

/**
 * Installs the generators from npm into a folder, unless they are there; resolves to its `node_modules`. They are no
 * dependencies, because they weigh more than all others.
 */
export async function installGenerators(folder: string, log: (line: string) => void): Promise<string> {
  const dependencies = Object.assign({}, ...generators.map(({ packages }) => packages));
  const manifest = JSON.stringify({ private: true, dependencies }, null, 2);
  const installed = join(folder, "installed.json");
  if ((await readFile(installed, "utf8").catch(() => "")) !== manifest) {
    log(`Installing ${Object.keys(dependencies).join(", ")} …`);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "package.json"), manifest);
    await x("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], {
      throwOnError: true,
      nodeOptions: { cwd: folder },
    });
    await writeFile(installed, manifest);
  }
  return join(folder, "node_modules");
}
