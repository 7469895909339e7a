import { defineConfig } from "vitest/config";

// Installing the packed packages asks the npm registry; a slow one must not fail a test.
export default defineConfig({ test: { isolate: false, testTimeout: 900_000, hookTimeout: 900_000 } });
