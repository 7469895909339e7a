import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installOnDemand } from "@testsigma-tms/support/install-on-demand";
import { succeed } from "./run.ts";

/** Where they are kept; Git ignores it. */
export const tools = fileURLToPath(new URL("../.tools/", import.meta.url));

/**
 * Installs packages of npm that only some commands need into a folder of their own, unless they are there.
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
    // They place their binary when they are installed.
    { dependencies, allowScripts: { bun: true, node: true }, ...settings },
    { args: ["--prefer-offline", "--ignore-scripts=false", ...args], npm: (words) => succeed("npm", words, { cwd }) },
  );
  return join(cwd, "node_modules/.bin");
}
