import { defineConfig } from "vitest/config";

export default defineConfig({
  // Most faults wait; none computes.
  test: { maxConcurrency: 24, testTimeout: 60_000 },
});
