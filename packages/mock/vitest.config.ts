import { defineConfig } from "vitest/config";
import { oneProcess } from "../../vitest.base.ts";

// Vitest polls for a second by default, which a busy machine exceeds.
const expect = { poll: { timeout: oneProcess.testTimeout } };

// Loaded before the tests, not within the first that needs it: a changed constant concerns all of them (`test:mutation`).
const setupFiles = ["src/respond.ts", "src/request/read-form.ts"];

export default defineConfig({ test: { ...oneProcess, expect, setupFiles } });
