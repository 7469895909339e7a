import { existsSync } from "node:fs";
import { readFile, realpath, stat } from "node:fs/promises";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import type { CaseResult } from "../match/collect-matches.js";
import type { Settings } from "../settings/settings.js";

/** The app's limit for a file (documented). */
const maxFileBytes = 25 * 1024 * 1024;
/** A path on another host, to which Windows sends the user's credentials even if it only looks for the file. */
const onHost = /^[\\/]{2}/;
const outside = "outside of the working directory and the report's folder";

/**
 * Returns the absolute paths of the files to attach to a test case. A path is relative to the report's folder or, if the
 * file is not there, to the working directory.
 */
export function findAttachments(
  { status, attachments }: CaseResult,
  which: Settings["attachments"],
  cwd: string,
): string[] {
  const isFailure = status === "failed" || status === "blocked";
  if (which === "none" || (which === "on-failure" && !isFailure)) return [];
  return [...new Set(attachments.map(({ path, report }) => absolutePath(path, report, cwd)))];
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
    const inner = realRoots.filter((root) => isInside(real, root)).map((root) => relative(root, real));
    if (inner.length === 0) return outside;
    // Files such as .env and .npmrc, and folders such as .git and .ssh, hold secrets.
    if (inner.every((path) => /(?:^|[\\/])\./.test(path)))
      return "dot files, and files in dot folders, are never attached";
    // Checked before the file is opened, because reading a pipe or a device would never end.
    const stats = await stat(real);
    if (!stats.isFile()) return "not a regular file";
    // So are the files of /proc.
    if (stats.size === 0) return "the file is empty";
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
