import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, realpath, stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { messageOf } from "../errors.js";
import type { RunKey } from "../find/find-run.js";
import type { Attachment } from "../match/collect-matches.js";
import type { ApplyContext } from "./apply-context.js";
import { resultsJson } from "./write-results.js";

/** Bounds the size of a request; people hardly look at more files. */
const maxFilesPerCase = 100;

/** The app's limit for a file (documented). */
const maxFileBytes = 25 * 1024 * 1024;
/** A path on another host, to which Windows sends the user's credentials even if it only looks for the file. */
const onHost = /^[\\/]{2}/;
const outside = "outside of the working directory and the report's folder";
const repeatedReason = "result unchanged; files are attached only to results that this report writes";

/**
 * Attaches files, with one request for each test case. Each request is sent only once, because sending it again could
 * attach the files twice.
 */
export async function attachFiles(context: ApplyContext, key: RunKey): Promise<void> {
  const { client, plan, applied, cwd, signal, onProgress } = context;
  const roots = [cwd, ...plan.folders];
  const isRepeated = applied.run.was_found && applied.cases.written === 0;
  const fail = (files: readonly string[], reason: string) => {
    for (const file of files) applied.not_attached.push({ file, reason });
  };
  for (const result of plan.results) {
    const { attachments, humanId } = result;
    if (attachments.length === 0) continue;
    const files = [...new Set(attachments.map((attachment) => absolutePath(attachment, cwd)))];
    if (isRepeated) {
      fail(files, repeatedReason);
      continue;
    }
    // The same file, named by several tests, is attached once.
    const contents = new Map<string, { file: string; content: File }>();
    for (const file of files.slice(0, maxFilesPerCase)) {
      signal?.throwIfAborted();
      const bytes = await readAttachment(file, roots);
      if (typeof bytes === "string") fail([file], bytes);
      else contents.set(nameAndDigest(file, bytes), { file, content: await fileOf(file, bytes) });
    }
    fail(files.slice(maxFilesPerCase), `${humanId} has more than ${maxFilesPerCase} files`);
    if (contents.size === 0) continue;
    onProgress?.(`attaching ${contents.size} files to ${humanId}`);
    const read = [...contents.values()];
    const parts = Object.fromEntries(read.map(({ content }, index) => [`attachments_0_${index}`, content]));
    const data = resultsJson([result], plan);
    await client.updateTestRunCases({ ...key, data, ...parts }).catch((error) => {
      const names = read.map(({ file }) => file);
      fail(names, messageOf(error));
    });
  }
}

function nameAndDigest(file: string, bytes: Buffer<ArrayBuffer>): string {
  return `${basename(file)}/${createHash("sha256").update(bytes).digest("hex")}`;
}

async function fileOf(file: string, bytes: Buffer<ArrayBuffer>): Promise<File> {
  // Its table of types takes a while to build, and few reports have files.
  const { default: mime } = await import("mime");
  return new File([bytes], basename(file), { type: mime.getType(file) ?? "application/octet-stream" });
}

/** Returns the path of a file, which is relative to the report's folder or, without the file there, to the working directory. */
function absolutePath({ path, report }: Attachment, cwd: string): string {
  if (onHost.test(path)) return path;
  const besideReport = resolve(cwd, dirname(report), path);
  return existsSync(besideReport) ? besideReport : resolve(cwd, path);
}

/**
 * Reads a file to attach, or returns the reason why it cannot be attached. A report comes from the authors of the
 * tests, so the file must be in one of the folders once links are resolved.
 */
async function readAttachment(file: string, roots: readonly string[]): Promise<Buffer<ArrayBuffer> | string> {
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
