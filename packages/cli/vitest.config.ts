import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    isolate: false,
    // Some tests wait for a rate limit most of the time.
    maxWorkers: 3,
    // Some tests start processes, which takes its time on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
