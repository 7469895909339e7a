import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";

/** The last run of a task in the workspace. */
export interface Execution {
  /** The name of the package, such as `@testsigma-tms/client`. */
  packageName: string;
  task: string;
  /** The folder of the package, relative to the repository. */
  directory: string;
  /** The file with its output, relative to the repository. */
  logFile: string;
  isCached: boolean;
  /** Missing if the task was stopped, or was not started because an earlier one failed. */
  exitCode: number | undefined;
}

/** The part of a `turbo run --summarize` file that is read here. */
interface RunSummary {
  execution: { startTime: number };
  tasks: {
    task: string;
    package: string;
    directory: string;
    command: string;
    /** Missing for tasks that are never cached, for which Turborepo writes no log. */
    logFile?: string;
    cache?: { status: string };
    execution?: { exitCode?: number };
  }[];
}

/** Returns the last execution of every task in Turborepo's summaries below `root`, sorted by folder. */
export async function lastExecutions(root: string): Promise<Execution[]> {
  const summaries: RunSummary[] = [];
  for await (const file of glob(".turbo/runs/*.json", { cwd: root })) {
    summaries.push(JSON.parse(await readFile(join(root, file), "utf8")));
  }
  summaries.sort((a, b) => a.execution.startTime - b.execution.startTime);

  const last = new Map<string, Execution>();
  for (const execution of summaries.flatMap(toExecutions)) {
    last.set(`${execution.packageName}#${execution.task}`, execution);
  }
  return [...last.values()].sort((a, b) => a.directory.localeCompare(b.directory));
}

function toExecutions({ tasks }: RunSummary): Execution[] {
  return tasks
    .filter(({ command }) => command !== "<NONEXISTENT>")
    .map(({ task, package: packageName, directory, logFile, cache, execution }) => ({
      packageName,
      task,
      directory,
      logFile: logFile ?? `${directory}/.turbo/turbo-${task.replaceAll(":", "$colon$")}.log`,
      isCached: cache?.status === "HIT",
      exitCode: execution?.exitCode,
    }));
}
