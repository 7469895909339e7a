import { createHash } from "node:crypto";
import { basename } from "node:path";
import { messageOf } from "../errors.js";
import type { RunKey } from "../find/find-run.js";
import { readAttachment } from "../plan/find-attachments.js";
import type { ApplyContext } from "./apply-context.js";
import { resultsJson } from "./write-results.js";

/** Bounds the size of a request; people hardly look at more files. */
const maxFilesPerCase = 100;

const repeatedReason = "result unchanged; files are attached only to results that this report writes";

/**
 * Attaches files, with one request for each test case. Each request is sent only once, because sending it again could
 * attach the files twice.
 */
export async function attachFiles(context: ApplyContext, key: RunKey): Promise<void> {
  const { client, plan, applied, attachmentRoots, signal, onProgress } = context;
  const isRepeated = applied.run.was_found && applied.cases.written === 0;
  const fail = (files: readonly string[], reason: string) => {
    applied.not_attached.push(...files.map((file) => ({ file, reason })));
  };
  for (const result of plan.results) {
    const { files, humanId } = result;
    if (isRepeated) {
      fail(files, repeatedReason);
      continue;
    }
    // The same file, named by several tests, is attached once.
    const contents = new Map<string, { file: string; content: File }>();
    for (const file of files.slice(0, maxFilesPerCase)) {
      signal?.throwIfAborted();
      const bytes = await readAttachment(file, attachmentRoots);
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
