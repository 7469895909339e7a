import { defineConfig } from "vitest/config";
import { reported } from "../../vitest.config.ts";

// Isolated, unlike the other packages: faults leave connections open that other tests must not reuse.
export default defineConfig({ test: { ...reported, maxWorkers: 4, testTimeout: 60_000, hookTimeout: 300_000 } });
