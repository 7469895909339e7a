import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { type Execution, lastExecutions } from "./executions.ts";

/** The result of one task: a package's tests, or another task, which counts only if it failed. */
export interface TaskTotals {
  /** Folder and task, such as `packages/client test`. */
  name: string;
  passed: number;
  failures: Failure[];
  /** Full names of the tests that were skipped. */
  skips: string[];
  /** True if Turborepo took the result from its cache. */
  isCached: boolean;
  /** The command that repeats a failed task or fixes it, as a sentence. */
  fix: string;
}

export interface Failure {
  /** Full name of a failed test, or the reason why the task failed without one. */
  name: string;
  /** The error, or the output of the task. */
  cause: string[];
}

/** The part of Vitest's JSON report that is read here. */
interface TestFile {
  name: string;
  status: string;
  message?: string;
  assertionResults: { fullName: string; status: string; failureMessages?: string[] }[];
}

/** The tasks that run tests, each with the report that it writes. */
const reports: Record<string, string> = { test: "tests.json", "test:installs": "tests-installs.json" };

const skipped = ["pending", "skipped", "todo", "disabled"];

/** The number of lines of an error that are repeated. */
const linesOfError = 8;

/** The lines of a failed task's output that are repeated: the start with the first error, and the end. */
const [firstLines, lastLines] = [30, 10];

/**
 * Counts the tests of the last runs. Turborepo's summaries say which tasks ran and failed; Vitest's report in each
 * package lists its tests.
 */
export async function readTotals(root: string): Promise<TaskTotals[]> {
  const executions = await lastExecutions(root);
  if (executions.length === 0) {
    const failures = [{ name: "left no summary of a run", cause: [] }];
    return [{ name: "turbo", passed: 0, failures, skips: [], isCached: false, fix: "Run: pnpm test" }];
  }
  const counted = executions.filter(({ task, execution }) => task in reports || execution?.exitCode !== 0);
  return Promise.all(counted.map((execution) => taskTotals(root, execution)));
}

/** Counts one task. If it failed without a failed test, or has no report of its tests, that is one failure. */
async function taskTotals(root: string, execution: Execution): Promise<TaskTotals> {
  const { directory, task, cache } = execution;
  const exitCode = execution.execution?.exitCode;
  const file = reports[task];
  // A runner that was killed can leave no report or only half of one.
  const files: TestFile[] | undefined = await readFile(join(root, directory, "reports", file ?? ""), "utf8")
    .then((text) => JSON.parse(text).testResults)
    .catch(() => undefined);
  const tests = files?.flatMap(({ assertionResults }) => assertionResults) ?? [];
  const failures = files?.flatMap((testFile) => failuresOf(testFile, root)) ?? [];
  if (failures.length === 0 && !(files && exitCode === 0)) {
    const reason = exitCode === undefined ? "did not run to its end" : `exited with code ${exitCode}`;
    failures.push({
      name: exitCode === 0 ? `wrote no reports/${file}` : reason,
      cause: await taskOutput(root, execution),
    });
  }
  return {
    name: `${directory || "."} ${task}`,
    passed: tests.filter(({ status }) => status === "passed").length,
    failures,
    skips: tests.filter(({ status }) => skipped.includes(status)).map(({ fullName }) => fullName),
    isCached: cache?.status === "HIT",
    fix: fixOf(execution),
  };
}

/** Returns the failed tests of a file, or the file itself if its tests could not be collected. */
function failuresOf({ name, status, message = "", assertionResults }: TestFile, root: string): Failure[] {
  const failed = assertionResults.filter((test) => test.status === "failed");
  if (failed.length === 0 && status === "failed") {
    return [{ name: name.replace(root, ""), cause: shortened(message, root) }];
  }
  return failed.map(({ fullName, failureMessages: [first = ""] = [] }) => ({
    name: fullName,
    cause: shortened(first, root),
  }));
}

/** Returns the message and the place in our code, without the rest of the stack, which is in libraries. */
function shortened(error: string, root: string): string[] {
  const lines = stripVTControlCharacters(error).replaceAll(`file://${root}`, "").replaceAll(root, "").split("\n");
  const isFrame = (line: string) => /^\s+at /.test(line);
  const place = lines.find((line) => isFrame(line) && !line.includes("node_modules"));
  const message = lines.filter((line) => line.trim() !== "" && !isFrame(line)).slice(0, linesOfError);
  return place ? [...message, place.trim()] : message;
}

/** Returns a task's output, shortened in the middle, without what pnpm adds to it. */
async function taskOutput(root: string, { directory, task, logFile }: Execution): Promise<string[]> {
  const file = logFile ?? `${directory}/.turbo/turbo-${task.replaceAll(":", "$colon$")}.log`;
  const output = await readFile(join(root, file), "utf8").catch(() => "");
  const lines = stripVTControlCharacters(output)
    .split("\n")
    .filter((line) => line.trim() !== "" && !/^(\$ |\[ELIFECYCLE\]|cache (miss|bypass))/.test(line));
  const left = lines.length - firstLines - lastLines;
  if (left <= 0) return lines;
  return [...lines.slice(0, firstLines), `… ${left} more lines in ${file}`, ...lines.slice(-lastLines)];
}

function fixOf({ task, package: name, directory }: Execution): string {
  if (task === "format:check") return "Fix it with: pnpm format";
  if (task === "generate:check") return "Fix it with: pnpm generate";
  if (task === "test") return `Repeat it with: pnpm test --filter ${name}`;
  return `Repeat it with: pnpm -C ${directory} ${task}`;
}
