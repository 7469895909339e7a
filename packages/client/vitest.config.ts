import { defineConfig } from "vitest/config";

// Slow machines and compilers must not fail a test.
export default defineConfig({ test: { isolate: false, testTimeout: 60_000, hookTimeout: 120_000 } });
