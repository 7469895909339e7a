import { defineConfig } from "vitest/config";
import { oneProcess } from "../../vitest.base.ts";

// Some tests wait for a rate limit most of the time.
export default defineConfig({ test: { ...oneProcess, maxWorkers: 3 } });
