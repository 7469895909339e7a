import { existsSync } from "node:fs";
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { x } from "tinyexec";
import { repository } from "../repository.ts";
import type { Target } from "./target.ts";

/** The pinned version of Stryker, so that a changed score means changed code or tests. */
const version = "10.1.1";
const packages = [`@stryker-mutator/core@${version}`, `@stryker-mutator/vitest-runner@${version}`];

export interface RunOptions {
  /** Files to change instead of the target's; there is no threshold then. */
  files?: string[];
  /** Number of changes that are tested at once. */
  concurrency?: number;
}

/** Prints the changes that no test noticed and the score; resolves to the exit code, 0 if the score suffices. */
export async function runStryker(target: Target, { files, concurrency }: RunOptions): Promise<number> {
  const cwd = join(repository, "packages", target.name);
  // Outside the repository, whose tools would otherwise find the copies of the code.
  const folder = await mkdtemp(join(tmpdir(), "mutation-"));
  // Where the copy of the package, two folders below, expects the settings that all packages share.
  const settings = join(folder, "vitest.config.ts");
  await copyFile(join(repository, "vitest.config.ts"), settings);
  const configuration = {
    testRunner: "vitest",
    vitest: { configFile: existsSync(join(cwd, "vitest.config.ts")) ? "vitest.config.ts" : settings },
    mutate: files ?? target.files,
    // Without tsconfig.json, Stryker does not require the compiler, which the runner does not need.
    ignorePatterns: ["dist", "reports", "tsconfig.json", ...target.leftOut.map((name) => `test/${name}.test.ts`)],
    coverageAnalysis: "perTest",
    concurrency,
    tempDirName: join(folder, "packages"),
    reporters: ["progress-append-only", "clear-text", "html"],
    clearTextReporter: { allowColor: false, reportTests: false, skipFull: true },
    htmlReporter: { fileName: "reports/mutation.html" },
    thresholds: { high: 100, low: target.threshold, break: files ? null : target.threshold },
  };
  try {
    const file = join(folder, "stryker.json");
    await writeFile(file, JSON.stringify(configuration));
    const args = ["exec", "--yes", ...packages.map((name) => `--package=${name}`), "--", "stryker", "run", file];
    const { exitCode } = await x("npm", args, { nodeOptions: { cwd, stdio: "inherit" } });
    return exitCode ?? 1;
  } finally {
    await rm(folder, { recursive: true });
  }
}
