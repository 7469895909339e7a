import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    globalSetup: "test/install-consumers.ts",
    // Installing asks the npm registry; a slow one must not fail a test.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
