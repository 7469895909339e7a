import { defineConfig } from "vitest/config";

export default defineConfig({
  // Without the warnings that the source maps of an inlined package lead nowhere.
  logLevel: "error",
  test: {
    dir: "installs",
    globalSetup: "src/lay-out-checkout.ts",
    isolate: false,
    // Installing downloads from the npm registry; a slow one must not fail a test.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    server: { deps: { inline: [/@actions\//] } },
  },
});
