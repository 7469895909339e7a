import { defineConfig } from "vitest/config";
import { oneProcess } from "../../vitest.base.ts";

// Vitest polls for a second by default, which a busy machine exceeds.
export default defineConfig({ test: { ...oneProcess, expect: { poll: { timeout: oneProcess.testTimeout } } } });
