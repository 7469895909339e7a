import { configDefaults, defineConfig } from "vitest/config";
import { oneProcess, reported } from "../vitest.config.ts";
import { operationsPlugin } from "./scripts/operations-plugin.ts";

// The action and the recipes are scripts for the bash of Linux machines.
const needBash = process.platform === "win32" ? ["test/action/**", "test/with-mock/recipes.test.ts"] : [];

// Some tests wait for a rate limit most of the time.
export default defineConfig({
  plugins: [operationsPlugin()],
  test: { ...oneProcess, ...reported, maxWorkers: 2, exclude: [...configDefaults.exclude, ...needBash] },
});
