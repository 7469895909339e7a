import { defineConfig } from "vitest/config";
import { oneProcess, reported } from "../../vitest.config.ts";

// Loaded before the tests, not within the first that needs it: a changed constant concerns all of them (`test:mutation`).
const setupFiles = ["src/respond.ts", "src/request/read-form.ts"];

export default defineConfig({ test: { ...oneProcess, ...reported, setupFiles } });
