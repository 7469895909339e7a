import { defineConfig } from "vitest/config";

// Isolated, unlike the other packages: faults leave connections open, which no other test is to find.
export default defineConfig({ test: { maxWorkers: 4, testTimeout: 60_000, hookTimeout: 300_000 } });
