import { repository } from "../repository.ts";
import { formatFailures } from "../totals/format-totals.ts";
import { taskTotals } from "../totals/read-totals.ts";
import { runTurbo, type TurboOptions, type TurboRun } from "./run-turbo.ts";

/**
 * Runs tasks with one line for each that starts, and the output of those that fail. Cached tasks are not listed.
 *
 * @param tasks Names of tasks; those that they depend on run too, and are listed only when they fail.
 */
export async function runQuietly(
  tasks: string[],
  args: string[] = [],
  options: Omit<TurboOptions, "onLine"> = {},
): Promise<TurboRun> {
  const run = await runTurbo([...tasks, ...args], {
    ...options,
    onLine: ({ source, text }) => {
      const [packageName = "", task = ""] = source.split("#");
      const starts = /^cache (miss|bypass)/.test(text);
      if (starts && tasks.includes(task)) console.log(`  ${task} ${shortName(packageName)}`);
    },
  });
  if (run.exitCode === 0 || options.signal?.aborted) return run;
  const failed = run.executions.filter(({ exitCode }) => exitCode !== 0);
  if (failed.length === 0) console.error(run.messages.join("\n"));
  else console.error(`\n${formatFailures(await Promise.all(failed.map((task) => taskTotals(repository, task))))}`);
  return run;
}

/** `client` for `@testsigma-tms/client`. */
export function shortName(packageName: string): string {
  return packageName.replace("@testsigma-tms/", "");
}
