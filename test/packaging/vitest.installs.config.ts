import { defineConfig } from "vitest/config";
import { oneProcess } from "../../vitest.base.ts";

/** Configures `test:installs`: every package manager and compiler of users. `test` leaves it out: it takes minutes. */
export default defineConfig({
  // Hides warnings about the source maps of an inlined package, which point to missing files.
  logLevel: "error",
  test: {
    ...oneProcess,
    // Installing downloads from the npm registry; a slow one must not fail a test.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    server: { deps: { inline: [/@actions\//] } },
    projects: [
      { extends: true, test: { name: "installs", dir: "installs", globalSetup: "src/lay-out-checkout.ts" } },
      { extends: true, test: { name: "compilers", dir: "compilers", globalSetup: "src/install-consumer.ts" } },
    ],
  },
});
