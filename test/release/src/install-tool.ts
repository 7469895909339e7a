import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installOnDemand } from "@testsigma-tms/scripts/install-on-demand";
import { succeed } from "./run.ts";

/** The folder of installed tools, which Git ignores. */
const tools = fileURLToPath(new URL("../.tools/", import.meta.url));

/** Installs an npm package in its own folder, unless it is already there. Returns the folder of its commands. */
export async function installTool(dependencies: Record<string, string>): Promise<string> {
  const cwd = join(tools, Object.entries(dependencies).flat().join("-").replaceAll(/\W+/g, "-"));
  await installOnDemand(
    cwd,
    // The install scripts of these packages put their binaries in place.
    { dependencies, allowScripts: { bun: true, node: true } },
    { args: ["--prefer-offline", "--ignore-scripts=false"], npm: (words) => succeed("npm", words, { cwd }) },
  );
  return join(cwd, "node_modules/.bin");
}
