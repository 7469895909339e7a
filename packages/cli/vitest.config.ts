import { configDefaults, defineConfig } from "vitest/config";
import { oneProcess, reported } from "../../vitest.config.ts";

// The action and the recipes are scripts for the bash of Linux machines.
const needBash =
  process.platform === "win32" ? ["test/action/**", "test/with-mock/{recipes,without-node}.test.ts"] : [];

// Some tests wait for a rate limit most of the time.
export default defineConfig({
  test: { ...oneProcess, ...reported, maxWorkers: 3, exclude: [...configDefaults.exclude, ...needBash] },
});
