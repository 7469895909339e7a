import { join } from "node:path";
import { inject } from "vitest";

/** The oldest Node that the packages promise to run on, in their `engines`. */
export const oldestNode = "20.19.0";

/** Its binary, which the npm package `node` brings into the npm consumer. */
export function oldestNodeBinary() {
  return join(inject("folder"), "npm/node_modules/.bin/node");
}
