import { join } from "node:path";
import { inject } from "vitest";
import { readManifest } from "./published-packages.ts";

/** The oldest Node that the packages promise to run on, in their `engines`. */
export const oldestNode = "20.19.0";

/** Its binary, which the npm package `node` brings into the npm consumer. */
export function oldestNodeBinary() {
  const folder = join(inject("folder"), "npm/node_modules/node");
  return join(folder, readManifest(folder).bin?.node ?? "");
}
