import { join } from "node:path";
import { installOnDemand } from "@testsigma-tms/support/install-on-demand";
import { succeed } from "./run.ts";

/** How a program installs what the `package.json` of the current folder names. */
export interface Installer {
  name: string;
  program: string;
  args: string[];
}

const packages = { yarn: "1.22.22", bun: "1.4.5", verdaccio: "6.10.4" };

/**
 * Installs yarn 1, Bun and Verdaccio from npm into a folder, unless they are there; resolves to its `node_modules`. They
 * are no dependencies, because only a release needs them.
 */
export async function installTools<Name extends keyof typeof packages>(folder: string, names: Name[]): Promise<string> {
  const dependencies = Object.fromEntries(names.map((name) => [name, packages[name]]));
  // Verdaccio asks for node-fetch by the tag "cjs", which not every mirror of npm has; it is this version.
  const overrides = { "node-fetch": "2.6.7" };
  await installOnDemand(
    folder,
    { dependencies, overrides, allowScripts: { bun: true } },
    { args: ["--prefer-offline"], npm: (args, cwd) => succeed("npm", args, { cwd }) },
  );
  return join(folder, "node_modules");
}

/** Every installer, with the settings that make a wrong engine an error; Bun has none. */
export function installers(tools: string, node: string): Installer[] {
  return [
    {
      name: "npm",
      program: "npm",
      args: ["install", "--engine-strict", "--no-audit", "--no-fund", "--prefer-offline"],
    },
    { name: "pnpm", program: "pnpm", args: ["install", "--prefer-offline"] },
    {
      name: "yarn 1",
      program: node,
      args: [join(tools, "yarn/bin/yarn.js"), "install", "--non-interactive", "--no-progress"],
    },
    { name: "bun", program: join(tools, "bun/bin/bun.exe"), args: ["install", "--no-progress"] },
  ];
}
