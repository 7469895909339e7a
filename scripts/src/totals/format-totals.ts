import type { TaskTotals } from "./read-totals.ts";

type Counts = Pick<TaskTotals, "passed" | "failed" | "skipped">;

/**
 * Returns a line for each task with its skipped tests below it, then each failure with its cause and its fix, and
 * finally a line with only the sum.
 */
export function formatTotals(tasks: TaskTotals[]): string {
  const width = Math.max(...tasks.map(({ name }) => name.length));
  const lines = tasks.flatMap(({ name, skips, ...counts }) => [
    `${name.padEnd(width)}  ${formatCounts(counts)}${counts.isCached ? ", from the cache" : ""}`,
    ...skips.map((skip) => `  skipped: ${skip}`),
  ]);
  const failures = formatFailures(tasks);
  const { passed } = sum(tasks);
  const cached = sum(tasks.filter(({ isCached }) => isCached)).passed;
  return [
    ...lines,
    ...(failures ? ["", failures] : []),
    "",
    `${cached} of ${passed} passed tests came from the cache.`,
    formatCounts(sum(tasks)),
  ].join("\n");
}

/** Returns each failure with its cause, and the fix of its task; an empty text if nothing failed. */
function formatFailures(tasks: TaskTotals[]): string {
  const failed = tasks.filter(({ failures }) => failures.length > 0);
  return failed
    .map(({ name: task, failures, fix }) =>
      [
        ...failures.flatMap(({ name, cause }) => [`failed: ${task}: ${name}`, ...cause.map((line) => `  ${line}`)]),
        ...(fix ? [`  ${fix}`] : []),
      ].join("\n"),
    )
    .join("\n\n");
}

/** Returns `N passed, N failed`, and `, N skipped` if there are any. */
function formatCounts({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

function sum(tasks: TaskTotals[]): Counts {
  return tasks.reduce<Counts>(
    (total, task) => ({
      passed: total.passed + task.passed,
      failed: total.failed + task.failed,
      skipped: total.skipped + task.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}
