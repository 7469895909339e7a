import { join } from "node:path";
import { installTool } from "./install-tool.ts";

/** The oldest Node version that the packages support according to their `engines`. */
export const oldestNode = "20.19.0";

/** Installs the oldest supported Node from npm and returns the path of its binary. */
export async function oldestNodeBinary(): Promise<string> {
  return join(await installTool({ node: oldestNode }), "node");
}
