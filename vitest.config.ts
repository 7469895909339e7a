/**
 * The settings of a package whose test files share one process, which loads large libraries once. Vitest puts back what a
 * test replaces, so that one that fails does not fail others. The times allow for a busy machine.
 */
export const oneProcess = {
  isolate: false,
  // Each further process would load the libraries again; Turborepo runs packages in parallel.
  maxWorkers: 1,
  restoreMocks: true,
  unstubEnvs: true,
  unstubGlobals: true,
  testTimeout: 300_000,
  hookTimeout: 300_000,
  // Vitest polls for a second by default, which a busy machine exceeds.
  expect: { poll: { timeout: 300_000 } },
};

/** What a person reads, and the report that the totals are read from. */
export const reported = { reporters: ["default", "json"], outputFile: "reports/tests.json" };

/** The settings of every package without a file of its own. */
export default { test: { ...oneProcess, ...reported } };
