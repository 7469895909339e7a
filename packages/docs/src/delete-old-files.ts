import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";

/** Names the files of the docs in their folder. */
export const fileList = "files.json";

/** Deletes what an earlier build wrote into a folder, or a cache left there, and the last build did not. */
export async function deleteOldFiles(folder: string): Promise<void> {
  const names: unknown[] = JSON.parse(await readFile(join(folder, fileList), "utf8"));
  for (const name of await readdir(folder)) {
    if (!names.includes(name)) await rm(join(folder, name), { recursive: true });
  }
}
