import { join } from "node:path";
import { type Execution, lastExecutions } from "../turbo/executions.ts";
import { taskOutput } from "./task-output.ts";
import { type Failure, failuresOf, readReport } from "./test-report.ts";

/** The result of one task: of a package's tests, or of another task, which counts as one test. */
export interface TaskTotals {
  /** `packages/client test`. */
  name: string;
  passed: number;
  failed: number;
  skipped: number;
  failures: Failure[];
  /** Full names of the tests that were skipped. */
  skips: string[];
  /** The command that repeats a failed task or fixes it, as a sentence. */
  fix?: string;
}

/**
 * Counts the tests of the last runs. Turborepo's summaries say which tasks ran and failed; `reports/tests.json` of a
 * package lists its tests. Tasks other than `test` count only when they failed.
 */
export async function readTotals(root: string): Promise<TaskTotals[]> {
  const executions = await lastExecutions(root);
  if (executions.length === 0) {
    return [failedTask("turbo", "left no summary of a run", [], "Run: pnpm test")];
  }
  const counted = executions.filter(({ task, exitCode }) => task === "test" || exitCode !== 0);
  return Promise.all(counted.map((execution) => taskTotals(root, execution)));
}

/**
 * Counts one task. A task that failed without a failed test counts as one failed, and so does a `test` task that passed
 * without a report: its tests would go uncounted.
 */
export async function taskTotals(root: string, execution: Execution): Promise<TaskTotals> {
  const { directory, task, exitCode } = execution;
  const name = `${directory || "."} ${task}`;
  const report = task === "test" ? await readReport(join(root, directory, "reports", "tests.json")) : undefined;
  if (!report) {
    const isUnreported = task === "test" && exitCode === 0;
    if (exitCode === 0 && !isUnreported) return { name, passed: 1, failed: 0, skipped: 0, failures: [], skips: [] };
    const reason = isUnreported ? "wrote no reports/tests.json" : exitReason(exitCode);
    return failedTask(name, reason, await taskOutput(root, execution), fixOf(execution));
  }
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const failures = failuresOf(report, root);
  if (failures.length === 0 && exitCode !== 0) {
    failures.push({ name: exitReason(exitCode), cause: await taskOutput(root, execution) });
  }
  const skips = tests.filter(({ status }) => skipped.includes(status)).map(({ fullName }) => fullName);
  return {
    name,
    passed: tests.filter(({ status }) => status === "passed").length,
    failed: failures.length,
    skipped: skips.length,
    failures,
    skips,
    ...(failures.length > 0 && { fix: fixOf(execution) }),
  };
}

const skipped = ["pending", "skipped", "todo", "disabled"];

function exitReason(exitCode: number | undefined): string {
  return exitCode === undefined ? "did not run to its end" : `exited with code ${exitCode}`;
}

function fixOf({ task, packageName, directory }: Execution): string {
  if (task === "format:check") return "Fix it with: pnpm format";
  if (task === "generate:check") return "Fix it with: pnpm generate";
  if (task === "test") return `Repeat it with: pnpm test --filter ${packageName}`;
  return `Repeat it with: pnpm -C ${directory} ${task}`;
}

function failedTask(name: string, reason: string, cause: string[], fix: string): TaskTotals {
  return { name, passed: 0, failed: 1, skipped: 0, failures: [{ name: reason, cause }], skips: [], fix };
}
