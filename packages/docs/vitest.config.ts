import { defineConfig } from "vitest/config";
import { oneProcess } from "../../vitest.base.ts";

// One worker, because its test files share a browser.
export default defineConfig({ test: { ...oneProcess, maxWorkers: 1 } });
