import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { type Execution, lastExecutions } from "../turbo/executions.ts";

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

export interface Failure {
  /** Full name of a failed test, or why the task failed without one. */
  name: string;
  /** The error, or the output of the task. */
  cause: string[];
}

/** The part of Vitest's JSON report that is read here. */
interface TestReport {
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { fullName: string; status: string; failureMessages?: string[] }[];
  }[];
}

/** How much of an error and of a failed task's output is repeated: the first error, and what the tool says last. */
const linesOfError = 8;
const firstLinesOfOutput = 30;
const lastLinesOfOutput = 10;

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
    return failedTask(name, reason, await outputOf(root, execution), fixOf(execution));
  }
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const failures = failuresOf(report, root);
  if (failures.length === 0 && exitCode !== 0) {
    failures.push({ name: exitReason(exitCode), cause: await outputOf(root, execution) });
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

/** The failed tests of a report, and the files whose tests could not be collected. */
function failuresOf({ testResults }: TestReport, root: string): Failure[] {
  return testResults.flatMap(({ name, status, message = "", assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === "failed");
    if (failed.length === 0 && status === "failed") {
      return [{ name: name.replace(root, ""), cause: firstLines(message, root) }];
    }
    return failed.map(({ fullName, failureMessages: [first = ""] = [] }) => ({
      name: fullName,
      cause: firstLines(first, root),
    }));
  });
}

/** The message and the place in our code; the rest of the stack lies in libraries. */
function firstLines(error: string, root: string): string[] {
  const lines = stripVTControlCharacters(error).replaceAll(`file://${root}`, "").replaceAll(root, "").split("\n");
  const isFrame = (line: string) => /^\s+at /.test(line);
  const place = lines.find((line) => isFrame(line) && !line.includes("node_modules"));
  const message = lines.filter((line) => line.trim() !== "" && !isFrame(line)).slice(0, linesOfError);
  return place ? [...message, place.trim()] : message;
}

/** A task's output, shortened in the middle, without what pnpm adds to it. */
async function outputOf(root: string, { logFile }: Execution): Promise<string[]> {
  const output = await readFile(join(root, logFile), "utf8").catch(() => "");
  const lines = stripVTControlCharacters(output)
    .split("\n")
    .filter((line) => line.trim() !== "" && !/^(\$ |\[ELIFECYCLE\]|cache (miss|bypass))/.test(line));
  if (lines.length <= firstLinesOfOutput + lastLinesOfOutput) return lines;
  const left = lines.length - firstLinesOfOutput - lastLinesOfOutput;
  return [
    ...lines.slice(0, firstLinesOfOutput),
    `… ${left} more lines in ${logFile}`,
    ...lines.slice(-lastLinesOfOutput),
  ];
}

async function readReport(path: string): Promise<TestReport | undefined> {
  // A runner that was killed can leave no report or half of one.
  return readFile(path, "utf8")
    .then(JSON.parse)
    .catch(() => undefined);
}

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
