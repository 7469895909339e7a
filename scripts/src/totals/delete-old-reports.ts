import { glob, rm } from "node:fs/promises";
import { join } from "node:path";

/** Deletes what earlier runs reported, so that nothing old is counted. Turborepo restores the reports of cached tasks. */
export async function deleteOldReports(root: string): Promise<void> {
  const old = glob(["{spec,bench,scripts,packages/*,test/*}/reports", ".turbo/runs"], { cwd: root });
  for await (const folder of old) await rm(join(root, folder), { recursive: true });
}
