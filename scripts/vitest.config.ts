import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    isolate: false,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    // Slow machines and compilers must not fail a test.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
