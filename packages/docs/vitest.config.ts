import { defineConfig } from "vitest/config";

export default defineConfig({
  // One process: the files share a browser. It is slow to start while other packages use the same machine.
  test: { isolate: false, maxWorkers: 1, testTimeout: 60_000, hookTimeout: 120_000 },
});
