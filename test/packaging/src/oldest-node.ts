import { join } from "node:path";
import { installTool } from "./install-tool.ts";

/** The oldest Node that the packages promise to run on, in their `engines`. */
export const oldestNode = "20.19.0";

/** Installs it from npm; resolves to its binary. */
export async function oldestNodeBinary(): Promise<string> {
  return join(await installTool({ node: oldestNode }), "node");
}
