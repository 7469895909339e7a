import { defineConfig } from "vitest/config";

// A busy machine compiles and draws slowly; that must not fail a test.
export default defineConfig({ test: { isolate: false, testTimeout: 300_000, hookTimeout: 120_000 } });
