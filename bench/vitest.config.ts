import { defineConfig } from "vitest/config";
import { oneProcess } from "../vitest.base.ts";

// Compilers and a browser take their time on a busy machine.
export default defineConfig({ test: { ...oneProcess, testTimeout: 300_000 } });
