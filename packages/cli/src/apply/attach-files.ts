import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import mime from "mime";
import type { AttachedFile, RunKey } from "../service/service.js";
import { messageOf } from "../verdict/upload-error.js";
import type { ApplyContext } from "./apply-context.js";
import { rowOf } from "./write-results.js";

/** The limit of the app (documented). */
const maxFileBytes = 25 * 1024 * 1024;

/** A file that was not attached, or may not have been. */
export interface NotAttached {
  readonly file: string;
  readonly reason: string;
}

/**
 * Attaches files, the files of one test case in a request of their own. It is sent once only, because sending it again
 * could attach them twice; a file that was sent before an interruption is left out.
 */
export async function attachFiles(context: ApplyContext, key: RunKey): Promise<NotAttached[]> {
  const { service, planFile, signal, onProgress } = context;
  const { attachments, results } = planFile.plan;
  const notAttached: NotAttached[] = [];
  for (const result of results) {
    const files = attachments
      .filter(
        ({ testCaseId, file }) => testCaseId === result.testCaseId && !planFile.plan.progress.sentFiles.includes(file),
      )
      .map(({ file }) => file);
    if (files.length === 0) continue;
    signal?.throwIfAborted();
    const contents: AttachedFile[] = [];
    for (const file of files) {
      const content = await readAttachment(file);
      if (typeof content === "string") notAttached.push({ file, reason: content });
      else contents.push({ name: basename(file), content });
    }
    if (contents.length === 0) continue;
    onProgress?.(`attaching ${contents.length} files to ${result.humanId}`);
    await planFile.save({ sentFiles: [...planFile.plan.progress.sentFiles, ...files] });
    try {
      await service.attachFiles(key, rowOf(result), contents);
    } catch (error) {
      notAttached.push(...files.map((file) => ({ file, reason: messageOf(error) })));
    }
  }
  return notAttached;
}

async function readAttachment(file: string): Promise<Blob | string> {
  try {
    const { size } = await stat(file);
    if (size > maxFileBytes) return `${Math.round(size / 1024 / 1024)} MB are more than 25 MB`;
    return new Blob([await readFile(file)], { type: mime.getType(file) ?? "application/octet-stream" });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "ENOENT" ? "no such file" : `cannot be read: ${code}`;
  }
}
