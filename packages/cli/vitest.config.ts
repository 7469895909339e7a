import { defineConfig } from "vitest/config";

// Some tests start processes, which takes its time on a busy machine.
export default defineConfig({ test: { isolate: false, testTimeout: 120_000 } });
