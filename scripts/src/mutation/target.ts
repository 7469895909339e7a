/** A package whose code is changed, one expression at a time, to see whether its tests fail. */
export interface Target {
  /** The folder below `packages/`. */
  name: string;
  /** The code that is changed. */
  files: string[];
  /**
   * Files in `test` to leave out, by name; `*` means all of them, but none in subfolders. They test other code, read
   * the package's files instead of running them, start programs, or repeat one thing a thousand times.
   */
  leftOut: string[];
  /** The lowest score that passes, in percent of the changes. Raise it when the score rises; the minimum is 90. */
  threshold: number;
}

export const targets: Target[] = [
  {
    name: "client",
    files: ["errors", "operations", "options", "transport", "validation"].map((folder) => `src/${folder}/**/*.ts`),
    leftOut: ["size", "examples", "generate", "validation-verdicts"],
    threshold: 95,
  },
  {
    name: "mock",
    files: ["src/request/**/*.ts"],
    // The tests in `test/request` cover this code.
    leftOut: ["*"],
    threshold: 95,
  },
];
