import { delimiter, dirname } from "node:path";
import { installTool } from "./install-tool.ts";
import { oldestNodeBinary } from "./oldest-node.ts";

/** A package manager as users run it. */
export interface PackageManager {
  name: string;
  /** The first word of its commands. */
  program: keyof typeof addCommands;
  /** The start of a line that runs a command from one of the project's packages. */
  exec: string;
  /** The command that runs Node so that it finds the project's packages. @default "node" */
  node?: string;
  env?: Record<string, string>;
  /** The npm package that contains the package manager. @default none: npm and pnpm are already installed */
  tool?: Record<string, string>;
}

/** The commands that add a package, or a tarball, to the project in the current folder. */
export const addCommands = { npm: "npm install", pnpm: "pnpm add", yarn: "yarn add", bun: "bun add" };

const yarn4 = { "@yarnpkg/cli-dist": "4.18.1" };

export const packageManagers: PackageManager[] = [
  { name: "npm", program: "npm", exec: "npx" },
  { name: "pnpm", program: "pnpm", exec: "pnpm exec" },
  { name: "yarn 1", program: "yarn", exec: "yarn", tool: { yarn: "1.22.22" } },
  { name: "yarn 4 with PnP", program: "yarn", exec: "yarn", node: "yarn node", tool: yarn4 },
  {
    name: "yarn 4 with node_modules",
    program: "yarn",
    exec: "yarn",
    tool: yarn4,
    env: { YARN_NODE_LINKER: "node-modules" },
  },
  { name: "bun", program: "bun", exec: "bun run", tool: { bun: "1.4.5" } },
];

/** Returns an environment with a package manager and the oldest supported Node, in which a wrong engine is an error. */
export async function managerEnvironment({ tool, env }: PackageManager): Promise<Record<string, string>> {
  const folders = [dirname(await oldestNodeBinary()), ...(tool ? [await installTool(tool)] : [])];
  return { ...env, PATH: [...folders, process.env.PATH].join(delimiter), npm_config_engine_strict: "true" };
}
