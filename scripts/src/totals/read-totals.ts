import { join } from "node:path";
import { type Execution, lastExecutions } from "./executions.ts";
import { taskOutput } from "./task-output.ts";
import { type Failure, failuresOf, readReport } from "./test-report.ts";

/** The result of one task: a package's tests, or another task, which counts as one test. */
export interface TaskTotals {
  /** Folder and task, such as `packages/client test`. */
  name: string;
  passed: number;
  failed: number;
  skipped: number;
  /** True if Turborepo took the result from its cache. */
  isCached: boolean;
  failures: Failure[];
  /** Full names of the tests that were skipped. */
  skips: string[];
  /** The command that repeats a failed task or fixes it, as a sentence. */
  fix?: string;
}

/**
 * Counts the tests of the last runs. Turborepo's summaries say which tasks ran and failed; Vitest's report in each
 * package lists its tests. Tasks without tests count only if they failed.
 */
export async function readTotals(root: string): Promise<TaskTotals[]> {
  const executions = await lastExecutions(root);
  if (executions.length === 0) {
    return [failedTask("turbo", "left no summary of a run", [], "Run: pnpm test")];
  }
  const counted = executions.filter(({ task, exitCode }) => task in reports || exitCode !== 0);
  return Promise.all(counted.map((execution) => taskTotals(root, execution)));
}

/** The tasks that run tests, each with the report that it writes. */
const reports: Record<string, string> = { test: "tests.json", "test:installs": "tests-installs.json" };

/**
 * Counts one task. A task that failed without a failed test counts as one failure, and so does a test task that passed
 * without a report, because its tests would not be counted.
 */
async function taskTotals(root: string, execution: Execution): Promise<TaskTotals> {
  const { directory, task, exitCode, isCached } = execution;
  const name = `${directory || "."} ${task}`;
  const file = reports[task];
  const report = file ? await readReport(join(root, directory, "reports", file)) : undefined;
  if (!report) {
    const reason = file && exitCode === 0 ? `wrote no reports/${file}` : exitReason(exitCode);
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
    isCached,
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
  return {
    name,
    passed: 0,
    failed: 1,
    skipped: 0,
    isCached: false,
    failures: [{ name: reason, cause }],
    skips: [],
    fix,
  };
}
