import { defineConfig } from "vitest/config";
import { oneProcess } from "../../vitest.base.ts";

/** `test:installs`: every package manager and every compiler of users. It takes minutes, so `test` leaves it out. */
export default defineConfig({
  // Without the warnings that the source maps of an inlined package lead nowhere.
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
