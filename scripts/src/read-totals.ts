import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Execution, lastExecutions } from "./last-executions.ts";

/** What one task came to: the tests of a package, or another task that failed. */
export interface TaskTotals {
  /** `packages/client test`. */
  name: string;
  passed: number;
  failed: number;
  skipped: number;
  /** Full names of failed tests, or why the task counts as failed without one. */
  failures: string[];
  skips: string[];
}

/** The part of Vitest's JSON report that is read here. */
interface TestReport {
  testResults: { assertionResults: { fullName: string; status: string }[] }[];
}

/**
 * Counts the tests of the last runs by what they left on disk: Turborepo's summaries tell which tasks ran and failed,
 * `reports/tests.json` of a package tells its tests. A task that failed without a failed test counts as one failed, and
 * so does a `test` task that passed without a report: its tests would go uncounted.
 */
export async function readTotals(root: string): Promise<TaskTotals[]> {
  const executions = await lastExecutions(root);
  if (executions.length === 0) return [failedTask("turbo", "left no summary of a run")];
  const totals = await Promise.all(executions.map((execution) => taskTotals(root, execution)));
  return totals.filter((task) => task !== undefined);
}

async function taskTotals(root: string, { directory, task, exitCode }: Execution): Promise<TaskTotals | undefined> {
  const name = `${directory || "."} ${task}`;
  if (task !== "test") return exitCode === 0 ? undefined : failedTask(name, exitReason(exitCode));

  const report = await readReport(join(root, directory, "reports", "tests.json"));
  if (!report) return failedTask(name, exitCode === 0 ? "wrote no reports/tests.json" : exitReason(exitCode));
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const named = (...statuses: string[]) =>
    tests.filter(({ status }) => statuses.includes(status)).map(({ fullName }) => fullName);

  const failures = named("failed");
  if (failures.length === 0 && exitCode !== 0) failures.push(exitReason(exitCode));
  const skips = named("pending", "skipped", "todo", "disabled");
  return { name, passed: named("passed").length, failed: failures.length, skipped: skips.length, failures, skips };
}

async function readReport(path: string): Promise<TestReport | undefined> {
  // A runner that was killed can leave no report or half of one.
  return readFile(path, "utf8")
    .then(JSON.parse)
    .catch(() => undefined);
}

const exitReason = (exitCode: number | undefined) =>
  exitCode === undefined ? "was stopped" : `exited with code ${exitCode}`;

const failedTask = (name: string, reason: string): TaskTotals => ({
  name,
  passed: 0,
  failed: 1,
  skipped: 0,
  failures: [reason],
  skips: [],
});
