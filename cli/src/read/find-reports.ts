import { realpath, stat } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import { escapePath, glob } from "tinyglobby";
import { ReportError } from "../errors.js";

/** Maps each path to its modification time and size, which change when a report is written again. */
export type ReportStates = ReadonlyMap<string, string>;

/** The folder in which reports are searched, and the condition for those that count. */
export interface FindReportsOptions {
  readonly cwd: string;
  /** Result of `reportStates` before the tests ran. Reports that have not changed since are from an earlier run. */
  readonly changedSince?: ReportStates | undefined;
}

/**
 * Finds reports by paths, folders and glob patterns; a pattern that begins with `!` excludes files, and `-` is standard
 * input. The `reports` are sorted by path; those of an earlier run, which are not read, are `stale`.
 *
 * @throws {ReportError} when a pattern matches no file, or only files of an earlier run
 */
export async function findReports(patterns: readonly string[], { cwd, changedSince }: FindReportsOptions) {
  const reports = new Set<string>();
  const stale = new Set<string>();
  const including = patterns.filter((pattern) => !pattern.startsWith("!"));
  const excluding = patterns.filter((pattern) => pattern.startsWith("!"));
  if (including.length === 0) throw new ReportError(`no report found: ${excluding.join(", ")} only exclude files`);
  for (const pattern of including) {
    if (pattern === "-") {
      reports.add(pattern);
      continue;
    }
    const states = [...(await reportStates([pattern, ...excluding], cwd))];
    if (states.length === 0) throw new ReportError(`no report found: ${pattern} matches no file in ${cwd}`);
    const isFresh = ([file, state]: [string, string]) => changedSince?.get(file) !== state;
    if (!states.some(isFresh)) {
      const files = states.slice(0, 5).map(([file]) => file);
      throw new ReportError(
        `no report found: ${pattern} matches only files of an earlier run, which the test command did not write: ${files.join(", ")}`,
      );
    }
    for (const state of states) (isFresh(state) ? reports : stale).add(state[0]);
  }
  return { reports: [...reports].sort(), stale: [...stale].sort() };
}

export async function reportStates(patterns: readonly string[], cwd: string): Promise<ReportStates> {
  const globs = await Promise.all(patterns.map((pattern) => globsOf(pattern, cwd)));
  const files = await glob(globs.flat(), { cwd, absolute: true, expandDirectories: false, dot: true });
  const found = await Promise.all(
    files.sort().map(async (file) => ({ file, real: await realpath(file), stats: await stat(file) })),
  );
  // A link to a folder, as Bazel makes them, shows the same report at several paths.
  const seen = new Set<string>();
  const distinct = found.filter(({ real }) => !seen.has(real) && seen.add(real));
  // Uses slashes on Windows too, as in the pattern and in the plans of other jobs.
  return new Map(
    distinct.map(({ file, stats }) => [relative(cwd, file).replaceAll(sep, "/"), `${stats.mtimeMs} ${stats.size}`]),
  );
}

/**
 * Returns globs for a path: the path of a file with special characters escaped, or the reports in a folder, except
 * those of installed packages and of Git.
 */
async function globsOf(pattern: string, cwd: string): Promise<string[]> {
  const path = pattern.replaceAll("\\", "/");
  const stats = await stat(resolve(cwd, pattern)).catch(() => undefined);
  if (!stats) return [path];
  const escaped = escapePath(path.replace(/\/+$/, "") || "/");
  if (!stats.isDirectory()) return [escapePath(path)];
  const skipped = ["node_modules", ".git"].map((folder) => `!${escaped}/**/${folder}/**`);
  return [`${escaped}/**/*.xml`, `${escaped}/**/*ctrf*.json`, ...skipped];
}
