import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installOnDemand } from "@testsigma-tms/support/install-on-demand";
import { succeed } from "./run.ts";

/** The folder for installed tools, which Git ignores. */
export const tools = fileURLToPath(new URL("../.tools/", import.meta.url));

/**
 * Installs npm packages that only some commands need into their own folder, unless they are already there.
 *
 * @param settings further fields of the folder's `package.json`
 * @param args further arguments of npm
 * @returns the folder of their commands
 */
export async function installTool(
  dependencies: Record<string, string>,
  { settings = {}, args = [] }: { settings?: object; args?: string[] } = {},
): Promise<string> {
  const cwd = join(tools, Object.entries(dependencies).flat().join("-").replaceAll(/\W+/g, "-"));
  await installOnDemand(
    cwd,
    // The install scripts of these packages put their binaries in place.
    { dependencies, allowScripts: { bun: true, node: true }, ...settings },
    { args: ["--prefer-offline", "--ignore-scripts=false", ...args], npm: (words) => succeed("npm", words, { cwd }) },
  );
  return join(cwd, "node_modules/.bin");
}
