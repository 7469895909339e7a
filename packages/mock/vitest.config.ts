import { defineConfig } from "vitest/config";

export default defineConfig({
  // Several processes that load Prism's engine at once are slow on a small machine.
  test: { testTimeout: 30_000, hookTimeout: 30_000 },
});
