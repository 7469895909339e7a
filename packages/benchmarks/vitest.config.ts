import { defineConfig } from "vitest/config";

// A busy machine compiles and draws slowly; that must not fail a test.
export default defineConfig({ test: { testTimeout: 300_000, hookTimeout: 120_000 } });
