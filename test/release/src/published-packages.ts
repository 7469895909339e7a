import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The packages that consumers install. The other packages of the workspace are private. */
export const publishedNames = [
  "@testsigma-tms/spec",
  "@testsigma-tms/types",
  "@testsigma-tms/client",
  "@testsigma-tms/mock",
  "@testsigma-tms/cli",
] as const;

/** The options with which a command of pnpm's is about these packages only. */
export const publishedFilters = publishedNames.map((name) => `--filter=${name}`);

export type PublishedName = (typeof publishedNames)[number];

export interface Manifest {
  name: string;
  version: string;
  private?: boolean;
  exports: Record<string, string | Record<string, string>>;
  bin?: Record<string, string>;
  engines?: Record<string, string>;
  scripts?: Record<string, string>;
  dependencies?: Record<string, string>;
}

export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}
