import { glob, readFile, rm } from "node:fs/promises";
import { join } from "node:path";

/** The part of a `turbo run --summarize` file that is read here. */
interface RunSummary {
  tasks: { task: string; directory: string; cache?: { status: string }; expandedOutputs?: string[] }[];
}

/**
 * Deletes files in `dist` that an earlier build left and the restored one does not have, because Turborepo restores
 * files from its cache but deletes none.
 *
 * @param root the folder of the repository
 * @param summary the path of Turborepo's summary of the run
 */
export async function deleteGhosts(root: string, summary: string): Promise<void> {
  const { tasks }: RunSummary = JSON.parse(await readFile(summary, "utf8"));
  for (const { task, directory, cache, expandedOutputs = [] } of tasks) {
    if (task !== "build" || cache?.status !== "HIT") continue;
    const restored = new Set(expandedOutputs.map((path) => path.replaceAll("\\", "/")));
    for await (const path of glob(`${directory.replaceAll("\\", "/")}/dist/**`, { cwd: root })) {
      if (!restored.has(path.replaceAll("\\", "/"))) await rm(join(root, path), { recursive: true, force: true });
    }
  }
}
