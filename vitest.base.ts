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
  testTimeout: 120_000,
  hookTimeout: 120_000,
};
