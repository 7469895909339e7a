import { createHash } from "node:crypto";
import { basename } from "node:path";
import { messageOf } from "../errors.js";
import { readAttachment } from "../plan/find-attachments.js";
import type { PlannedAttachment } from "../plan/plan.js";
import type { RunKey } from "../service/service.js";
import type { ApplyContext } from "./apply-context.js";
import { rowOf } from "./write-results.js";

/** A file that was not attached, or may not have been. */
export interface NotAttached {
  readonly file: string;
  readonly reason: string;
}

/** Bounds the size of a request; people hardly look at more files. */
const maxFilesPerCase = 100;

interface ReadFile {
  readonly file: string;
  readonly content: File;
  /** Name and digest. */
  readonly key: string;
}

const repeatedReason = "result unchanged; files are attached only to results that this report writes";

/**
 * Attaches files, with one request for each test case. Each request is sent only once, because sending it again could
 * attach the files twice.
 */
export async function attachFiles(context: ApplyContext, key: RunKey, isRepeated: boolean): Promise<NotAttached[]> {
  const { service, plan, attachmentRoots, signal, onProgress } = context;
  const { attachments, results } = plan;
  if (isRepeated) return attachments.map(({ file }) => ({ file, reason: repeatedReason }));
  const notAttached: NotAttached[] = [];
  const fail = (files: readonly { file: string }[], reason: string) => {
    notAttached.push(...files.map(({ file }) => ({ file, reason })));
  };
  const filesByCase = new Map<string, PlannedAttachment[]>(results.map(({ testCaseId }) => [testCaseId, []]));
  for (const attachment of attachments) filesByCase.get(attachment.testCaseId)?.push(attachment);
  for (const result of results) {
    const files = filesByCase.get(result.testCaseId) ?? [];
    // The same file, named by several tests, is attached once.
    const contents = new Map<string, ReadFile>();
    for (const { file } of files.slice(0, maxFilesPerCase)) {
      signal?.throwIfAborted();
      const read = await readAttachment(file, attachmentRoots);
      if (typeof read === "string") fail([{ file }], read);
      else {
        const content = await readFileOf(file, read);
        contents.set(content.key, content);
      }
    }
    fail(files.slice(maxFilesPerCase), `${result.humanId} has more than ${maxFilesPerCase} files`);
    if (contents.size === 0) continue;
    onProgress?.(`attaching ${contents.size} files to ${result.humanId}`);
    const read = [...contents.values()];
    try {
      await service.attachFiles(
        key,
        rowOf(result, plan),
        read.map(({ content }) => content),
      );
    } catch (error) {
      fail(read, messageOf(error));
    }
  }
  return notAttached;
}

async function readFileOf(file: string, bytes: Buffer<ArrayBuffer>): Promise<ReadFile> {
  // Its table of types takes a while to build, and few reports have files.
  const { default: mime } = await import("mime");
  const content = new File([bytes], basename(file), { type: mime.getType(file) ?? "application/octet-stream" });
  return { file, content, key: `${content.name}/${createHash("sha256").update(bytes).digest("hex")}` };
}
