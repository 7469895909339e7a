export const hooks = {
  /**
   * The npm package `node` brings a binary for glibc and does not say so. Marked here, it is left out on Alpine, where the
   * scripts then run on the machine's own Node.
   */
  readPackage(manifest) {
    return manifest.name === "node" ? { ...manifest, libc: ["glibc"] } : manifest;
  },
};
