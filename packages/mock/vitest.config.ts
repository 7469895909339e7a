import { configDefaults, defineConfig } from "vitest/config";

/** Looks at what the process has loaded, so it has a process of its own. */
const isolated = "test/accepted-requests.test.ts";

export default defineConfig({
  test: {
    // Several processes that load Prism's engine at once are slow on a small machine.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      { extends: true, test: { name: "shared", isolate: false, exclude: [...configDefaults.exclude, isolated] } },
      { extends: true, test: { name: "isolated", include: [isolated] } },
    ],
  },
});
