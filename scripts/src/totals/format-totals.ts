import type { TaskTotals } from "./read-totals.ts";

/**
 * Returns a line for each task with its skipped tests below it, then each failure with its cause and its fix, and
 * finally a line with only the sum.
 */
export function formatTotals(tasks: TaskTotals[]): string {
  const width = Math.max(...tasks.map(({ name }) => name.length));
  const passed = (counted: TaskTotals[]) => counted.reduce((sum, task) => sum + task.passed, 0);
  const cached = passed(tasks.filter(({ isCached }) => isCached));
  return [
    ...tasks.flatMap((task) => [
      `${task.name.padEnd(width)}  ${formatCounts([task])}${task.isCached ? ", from the cache" : ""}`,
      ...task.skips.map((skip) => `  skipped: ${skip}`),
    ]),
    ...tasks.filter(({ failures }) => failures.length > 0).flatMap(formatFailures),
    "",
    `${cached} of ${passed(tasks)} passed tests came from the cache.`,
    formatCounts(tasks),
  ].join("\n");
}

function formatFailures({ name: task, failures, fix }: TaskTotals): string[] {
  const causes = failures.flatMap(({ name, cause }) => [
    `failed: ${task}: ${name}`,
    ...cause.map((line) => `  ${line}`),
  ]);
  return ["", ...causes, `  ${fix}`];
}

/** Returns `N passed, N failed`, and `, N skipped` if there are any. */
function formatCounts(tasks: TaskTotals[]): string {
  const [passed, failed, skipped] = [
    tasks.map((task) => task.passed),
    tasks.map(({ failures }) => failures.length),
    tasks.map(({ skips }) => skips.length),
  ].map((counts) => counts.reduce((sum, count) => sum + count, 0));
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`;
}
