import { defineConfig } from "vitest/config";
import { oneProcess } from "../../vitest.base.ts";

export default defineConfig({ test: oneProcess });
