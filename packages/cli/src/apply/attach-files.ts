import { createHash } from "node:crypto";
import { basename } from "node:path";
import { messageOf } from "../errors/upload-error.js";
import { readAttachment } from "../plan/find-attachments.js";
import type { PlannedAttachment, PlannedResult } from "../plan/plan.js";
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

interface KeyedFile {
  readonly file: string;
  readonly content: File;
  /** Consists of test case, name and digest, so that the same file is attached to a test case only once. */
  readonly key: string;
}

const repeatedReason = "the run had these results before; files go with the results that a report writes";
const lostReason = "its request was interrupted; it may be attached, and is not sent again";

/**
 * Attaches files, with one request for each test case. Each request is sent only once, because sending it again could
 * attach the files twice. A file whose request was interrupted earlier is returned as not attached.
 */
export async function attachFiles(context: ApplyContext, key: RunKey, isRepeated: boolean): Promise<NotAttached[]> {
  const { service, planFile, attachmentRoots, signal, onProgress } = context;
  const { attachments, results } = planFile.plan;
  if (isRepeated) return attachments.map(({ file }) => ({ file, reason: repeatedReason }));
  const notAttached: NotAttached[] = [];
  const fail = (files: readonly { file: string }[], reason: string) => {
    notAttached.push(...files.map(({ file }) => ({ file, reason })));
  };
  const sent = new Set(planFile.plan.progress.sentFiles);
  const attached = new Set(planFile.plan.progress.attachedFiles);
  const filesByCase = new Map<string, PlannedAttachment[]>(results.map(({ testCaseId }) => [testCaseId, []]));
  for (const attachment of attachments) filesByCase.get(attachment.testCaseId)?.push(attachment);
  for (const result of results) {
    const files = filesByCase.get(result.testCaseId) ?? [];
    const contents = new Map<string, KeyedFile>();
    for (const { file } of files.slice(0, maxFilesPerCase)) {
      signal?.throwIfAborted();
      const read = await readAttachment(file, attachmentRoots);
      if (typeof read === "string") fail([{ file }], read);
      else {
        const content = await keyedFile(result, file, read);
        contents.set(content.key, content);
      }
    }
    fail(files.slice(maxFilesPerCase), `${result.humanId} has more than ${maxFilesPerCase} files`);
    const keyed = [...contents.values()];
    fail(
      keyed.filter((content) => sent.has(content.key) && !attached.has(content.key)),
      lostReason,
    );
    const fresh = keyed.filter((content) => !sent.has(content.key));
    if (fresh.length === 0) continue;
    onProgress?.(`attaching ${fresh.length} files to ${result.humanId}`);
    const keys = fresh.map(({ key }) => key);
    await planFile.save({ sentFiles: keys });
    try {
      await service.attachFiles(
        key,
        rowOf(result, planFile.plan),
        fresh.map(({ content }) => content),
      );
      await planFile.save({ attachedFiles: keys });
    } catch (error) {
      fail(fresh, messageOf(error));
    }
  }
  return notAttached;
}

async function keyedFile({ testCaseId }: PlannedResult, file: string, bytes: Buffer<ArrayBuffer>): Promise<KeyedFile> {
  // Its table of types takes a while to build, and few reports have files.
  const { default: mime } = await import("mime");
  const name = basename(file);
  const digest = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  const content = new File([bytes], name, { type: mime.getType(file) ?? "application/octet-stream" });
  return { file, content, key: `${testCaseId}/${name}/${digest}` };
}
