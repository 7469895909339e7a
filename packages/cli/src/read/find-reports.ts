import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { escapePath, glob } from "tinyglobby";
import { ReportError } from "./report-error.js";

/** Path to time of last change, in milliseconds since 1970. */
export type ReportTimes = ReadonlyMap<string, number>;

/** Where reports are looked for, and which of them count. */
export interface FindReportsOptions {
  /** @default the working directory */
  readonly cwd?: string;
  /** What `reportTimes` found before the tests ran: reports that have not changed since are of an earlier run, and skipped. */
  readonly changedSince?: ReportTimes;
}

/**
 * Finds reports by paths and glob patterns, sorted by path.
 *
 * @throws {ReportError} when a pattern matches no file, or all files are of an earlier run
 */
export async function findReports(patterns: readonly string[], options: FindReportsOptions = {}): Promise<string[]> {
  const { cwd = process.cwd(), changedSince } = options;
  const times = new Map<string, number>();
  for (const pattern of patterns) {
    const found = await reportTimes([pattern], cwd);
    if (found.size === 0) throw new ReportError(`no report found: ${pattern} matches no file in ${cwd}`);
    for (const [file, time] of found) times.set(file, time);
  }
  const fresh = [...times].filter(([file, time]) => changedSince?.get(file) !== time).map(([file]) => file);
  if (fresh.length === 0) {
    throw new ReportError(`no report found: ${patterns.join(", ")} matches only files of an earlier run`);
  }
  return fresh.sort();
}

/** The files that match, with the time of their last change. */
export async function reportTimes(patterns: readonly string[], cwd = process.cwd()): Promise<ReportTimes> {
  const files = await glob(
    patterns.map((pattern) => asGlob(pattern, cwd)),
    { cwd, absolute: true, expandDirectories: false, dot: true },
  );
  const times = files.map(async (file) => [relative(cwd, file), (await stat(file)).mtimeMs] as const);
  return new Map(await Promise.all(times));
}

/** A path of a file stands for itself, also where it holds characters that mean something in a glob. */
function asGlob(pattern: string, cwd: string): string {
  if (existsSync(resolve(cwd, pattern))) return escapePath(pattern.replaceAll("\\", "/"));
  return pattern.replaceAll("\\", "/");
}
