import { configDefaults, defineConfig } from "vitest/config";

/** Looks at what the process has loaded, so it has a process of its own. */
const isolated = "test/accepted-requests.test.ts";

export default defineConfig({
  test: {
    // A browser starts and compilers run, while other packages use the same machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: "shared", isolate: false, exclude: [...configDefaults.exclude, isolated] } },
      { extends: true, test: { name: "isolated", include: [isolated] } },
    ],
  },
});
