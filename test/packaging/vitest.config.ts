import { defineConfig } from "vitest/config";

export default defineConfig({
  // Without the warnings that the source maps of an inlined package lead nowhere.
  logLevel: "error",
  test: {
    dir: "test",
    globalSetup: "src/install-consumer.ts",
    isolate: false,
    // Installing downloads from the npm registry; a slow one must not fail a test.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    // Published for bundlers: it imports JSON without the attribute that Node wants.
    server: { deps: { inline: [/@actions\//] } },
  },
});
