import { readFileSync } from "node:fs";

/** The one setting of where the source is; without it, the repository of the workflow that runs. */
const { repository } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
const { GITHUB_REPOSITORY, GITHUB_SERVER_URL = "https://github.com" } = process.env;
const address = repository ?? (GITHUB_REPOSITORY && `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}`);

export const hooks = {
  /**
   * The npm package `node` brings a binary for glibc and does not say so. Marked here, it is left out on Alpine, where the
   * scripts then run on the machine's own Node.
   */
  readPackage(manifest) {
    return manifest.name === "node" ? { ...manifest, libc: ["glibc"] } : manifest;
  },

  /** npm's provenance ties a package to its public repository, so each packed manifest names it. */
  beforePacking(manifest) {
    if (!address) return manifest;
    const folder = manifest.name.replace("@testsigma-tms/", "");
    const directory = folder === "spec" ? folder : `packages/${folder}`;
    return {
      ...manifest,
      repository: { type: "git", url: `git+${address}.git`, directory },
      homepage: `${address}/tree/main/${directory}#readme`,
      bugs: `${address}/issues`,
    };
  },
};
