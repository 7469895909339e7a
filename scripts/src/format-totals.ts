import type { TaskTotals } from "./read-totals.ts";

/** A line for each task, with its failed and skipped tests below it, and the sum alone on the last line. */
export function formatTotals(tasks: TaskTotals[]): string {
  const width = Math.max(...tasks.map(({ name }) => name.length));
  const lines = tasks.flatMap(({ name, failures, skips, ...counts }) => [
    `${name.padEnd(width)}  ${formatCounts(counts)}`,
    ...failures.map((failure) => `  failed: ${failure}`),
    ...skips.map((skip) => `  skipped: ${skip}`),
  ]);
  return [...lines, "", formatCounts(sum(tasks))].join("\n");
}

type Counts = Pick<TaskTotals, "passed" | "failed" | "skipped">;

/** `N passed, N failed`, and `, N skipped` where there are any. */
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
