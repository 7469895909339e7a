import { join } from "node:path";
import { installOnDemand } from "@testsigma-tms/support/install-on-demand";
import { generators } from "./generator.ts";

/**
 * Installs the generators from npm into a folder if they are missing; resolves to its `node_modules`. They are not
 * dependencies, because they are larger than all dependencies together.
 */
export async function installGenerators(folder: string, log: (line: string) => void): Promise<string> {
  const dependencies = Object.assign({}, ...generators.map(({ packages }) => packages));
  const onInstall = () => log(`Installing ${Object.keys(dependencies).join(", ")} …`);
  await installOnDemand(folder, { dependencies }, { onInstall });
  return join(folder, "node_modules");
}
