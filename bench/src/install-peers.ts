import { fileURLToPath } from "node:url";
import { installOnDemand } from "@testsigma-tms/scripts/install-on-demand";

/** The packages to compare with, pinned so that a changed ratio means changed code here. */
const peers = {
  client: {
    "@hey-api/openapi-ts": "0.99.0",
    bun: "1.4.5",
    deno: "2.9.6",
    ky: "2.1.0",
    // The last version with a compiler API, which hey-api calls.
    typescript: "5.9.3",
  },
  mock: {
    "@hono/node-server": "2.1.9",
    "@scalar/mock-server": "0.14.4",
    "@stdy/cli": "0.22.2",
    "@stoplight/prism-cli": "5.16.0",
  },
};

export interface Peers {
  /** The folder with their `node_modules` and the code generated with them. */
  folder: string;
  versions: Record<string, string>;
}

/** Installs a comparison's packages from npm if they are missing. They are too large to be dependencies. */
export async function installPeers(comparison: keyof typeof peers): Promise<Peers> {
  const folder = fileURLToPath(new URL(`../.peers/${comparison}/`, import.meta.url));
  const versions: Record<string, string> = peers[comparison];
  await installOnDemand(
    folder,
    { type: "module", dependencies: versions },
    {
      args: ["--ignore-scripts"],
      onInstall: () => console.error(`Installing ${Object.keys(versions).join(", ")} …`),
    },
  );
  return { folder, versions };
}
