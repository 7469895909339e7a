import { existsSync } from "node:fs";
import { readFile, realpath, stat } from "node:fs/promises";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import type { CaseResult } from "../match/collect-matches.js";
import type { Settings } from "../settings/definitions.js";

/** The app's limit for a file (documented). */
const maxFileBytes = 25 * 1024 * 1024;
/** A path on another host, to which Windows sends the user's credentials even if it only looks for the file. */
const onHost = /^[\\/]{2}/;
const outside = "outside of the working directory and the report's folder";

/**
 * Returns the absolute paths of the files to attach to each test case. A path is relative to the report's folder or, if
 * the file is not there, to the working directory.
 */
export function findAttachments(
  cases: readonly CaseResult[],
  which: Settings["attachments"],
  cwd: string,
): { caseId: string; file: string }[] {
  if (which === "none") return [];
  const wanted = which === "all" ? cases : cases.filter(({ status }) => status === "failed" || status === "blocked");
  return wanted.flatMap(({ caseId, attachments }) => {
    const files = new Set(attachments.map(({ path, report }) => absolutePath(path, report, cwd)));
    return Array.from(files, (file) => ({ caseId, file }));
  });
}

function absolutePath(path: string, report: string, cwd: string): string {
  if (onHost.test(path)) return path;
  const besideReport = resolve(cwd, dirname(report), path);
  return existsSync(besideReport) ? besideReport : resolve(cwd, path);
}

/**
 * Reads a file to attach, or returns the reason why it cannot be attached. A report comes from the authors of the
 * tests, so the file must be in one of the folders once links are resolved.
 */
export async function readAttachment(file: string, roots: readonly string[]): Promise<Buffer<ArrayBuffer> | string> {
  try {
    if (onHost.test(file) && !roots.some((root) => isInside(file, root))) return outside;
    const real = await realpath(file);
    const realRoots = await Promise.all(roots.map((root) => realpath(root).catch(() => root)));
    if (!realRoots.some((root) => isInside(real, root))) {
      return outside;
    }
    // Checkouts for CI keep a token in there.
    if (real.split(sep).includes(".git")) return "inside of .git";
    // Checked before the file is opened, because reading a pipe or a device would never end.
    const stats = await stat(real);
    if (!stats.isFile()) return "not a regular file";
    if (stats.size > maxFileBytes) return `${Math.round(stats.size / 1024 / 1024)} MB are more than 25 MB`;
    return await readFile(real);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "ENOENT" ? "no such file" : `cannot be read: ${code}`;
  }
}

function isInside(file: string, folder: string): boolean {
  const path = relative(folder, file);
  // On Windows, the path to a file on another drive is absolute.
  return path !== "" && path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}
