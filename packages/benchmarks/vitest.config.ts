import { defineConfig } from "vitest/config";

// A busy machine compiles slowly; that must not fail a test.
export default defineConfig({ test: { isolate: false, testTimeout: 120_000, hookTimeout: 120_000 } });
