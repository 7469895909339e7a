import { defineConfig } from "vitest/config";
import { oneProcess, reported } from "../../vitest.config.ts";

/** `test:installs` runs the folder `installs` instead: every package manager and compiler of users, which takes minutes. */
export default defineConfig({
  // Hides warnings about the source maps of an inlined package, which point to missing files.
  logLevel: "error",
  test: {
    ...oneProcess,
    ...reported,
    include: ["*.test.ts"],
    globalSetup: "src/lay-out-checkout.ts",
    // Installing downloads from the npm registry; a slow one must not fail a test.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    // These packages are published for bundlers: they import JSON without the attribute that Node requires.
    server: { deps: { inline: [/@actions\//] } },
  },
});
