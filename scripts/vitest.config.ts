import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    isolate: false,
    // Slow machines and compilers must not fail a test.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // The commands are started a hundred times, and compiled once.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL("node_modules/.cache/node", import.meta.url)) },
  },
});
