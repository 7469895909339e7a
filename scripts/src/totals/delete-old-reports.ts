import { glob, rm } from "node:fs/promises";
import { join } from "node:path";

/** Deletes the reports of earlier runs, so that they are not counted. Turborepo restores those of cached tasks. */
export async function deleteOldReports(root: string): Promise<void> {
  const old = glob(["{spec,bench,scripts,packages/*,test/*}/reports", ".turbo/runs"], { cwd: root });
  for await (const folder of old) await rm(join(root, folder), { recursive: true });
}
