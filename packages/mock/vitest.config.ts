import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    isolate: false,
    // A browser starts and compilers run, while other packages use the same machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
