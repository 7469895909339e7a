import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";

/** How a task of the workspace last ended. */
export interface Execution {
  task: string;
  /** Folder of the package below the repository; empty for the repository itself. */
  directory: string;
  /** Missing where the task was stopped. */
  exitCode: number | undefined;
}

/** The part of a `turbo run --summarize` file that is read here. */
interface RunSummary {
  execution: { startTime: number };
  tasks: { taskId: string; task: string; directory: string; execution?: { exitCode?: number } }[];
}

/** The last execution of every task that Turborepo's summaries below `root` know, in the order of its folder. */
export async function lastExecutions(root: string): Promise<Execution[]> {
  const summaries: RunSummary[] = [];
  for await (const file of glob(".turbo/runs/*.json", { cwd: root })) {
    summaries.push(JSON.parse(await readFile(join(root, file), "utf8")));
  }
  summaries.sort((a, b) => a.execution.startTime - b.execution.startTime);

  const last = new Map<string, Execution>();
  for (const { taskId, task, directory, execution } of summaries.flatMap((summary) => summary.tasks)) {
    last.set(taskId, { task, directory, exitCode: execution?.exitCode });
  }
  return [...last.values()].sort((a, b) => a.directory.localeCompare(b.directory));
}
