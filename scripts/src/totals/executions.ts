import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";

/** The last run of a task, as `turbo run --summarize` writes it. */
export interface Execution {
  task: string;
  /** The name of the package, such as `@testsigma-tms/client`. */
  package: string;
  /** The folder of the package, relative to the repository. */
  directory: string;
  command: string;
  /** The file with its output, relative to the repository. Missing for tasks that are never cached. */
  logFile?: string;
  cache?: { status: string };
  /** Missing if the task was not started because an earlier one failed; without an exit code if it was stopped. */
  execution?: { exitCode?: number };
}

interface RunSummary {
  execution: { startTime: number };
  tasks: Execution[];
}

/** Returns the last execution of every task in Turborepo's summaries below `root`, sorted by folder. */
export async function lastExecutions(root: string): Promise<Execution[]> {
  const summaries: RunSummary[] = [];
  for await (const file of glob(".turbo/runs/*.json", { cwd: root })) {
    summaries.push(JSON.parse(await readFile(join(root, file), "utf8")));
  }
  const tasks = summaries.sort((a, b) => a.execution.startTime - b.execution.startTime).flatMap(({ tasks }) => tasks);
  const existing = tasks.filter(({ command }) => command !== "<NONEXISTENT>");
  const last = new Map(existing.map((execution) => [`${execution.package}#${execution.task}`, execution]));
  return [...last.values()].sort((a, b) => a.directory.localeCompare(b.directory));
}
