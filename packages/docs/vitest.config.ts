import { defineConfig } from "vitest/config";

export default defineConfig({
  // A browser starts, and Redoc renders, while other packages use the same machine.
  test: { isolate: false, testTimeout: 60_000, hookTimeout: 120_000 },
});
