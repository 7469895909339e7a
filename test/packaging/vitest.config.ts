import { defineConfig } from "vitest/config";
import { oneProcess } from "../../vitest.base.ts";

export default defineConfig({
  // Without the warnings that the source maps of an inlined package lead nowhere.
  logLevel: "error",
  test: {
    ...oneProcess,
    dir: "test",
    globalSetup: "src/install-consumer.ts",
    // Installing downloads from the npm registry; a slow one must not fail a test.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    // Published for bundlers: it imports JSON without the attribute that Node wants.
    server: { deps: { inline: [/@actions\//] } },
  },
});
