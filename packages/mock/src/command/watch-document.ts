import { watch } from "node:fs";
import { dirname, resolve } from "node:path";

/** Editors write a file in several steps. */
const settleMs = 100;

/** Calls `reload` when something in the folder of a document has changed. */
export function watchDocument(path: string, reload: () => Promise<void>): void {
  let timer: NodeJS.Timeout | undefined;
  watch(dirname(resolve(path)), { recursive: true, persistent: false }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void reload(), settleMs);
  });
}
