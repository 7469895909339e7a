/** The totals of the last runs, which `pnpm test` and `.ci/run` print last. */
import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { repository } from "./repository.ts";

/** The last run of a task, as `turbo run --summarize` writes it. */
interface Task {
  task: string;
  package: string;
  /** Relative to the repository. */
  directory: string;
  command: string;
  cache?: { status: string };
  /** Missing if an earlier task failed; without an exit code if the task was stopped. */
  execution?: { exitCode?: number };
}

/** The part of Vitest's JSON report that is read here. */
interface TestFile {
  name: string;
  status: string;
  message?: string;
  assertionResults: { fullName: string; status: string; failureMessages?: string[] }[];
}

/** The tasks that run tests, each with the report that Vitest writes. */
const reports: Record<string, string> = { test: "tests.json", "test:installs": "tests-installs.json" };

/** The number of lines of an error that are repeated. */
const maxErrorLines = 8;

/**
 * Returns a line for each task that runs tests or failed, its skipped tests, each failure with its cause and the command
 * that repeats it, and finally a line with only the sum.
 */
export async function readTotals(root: string): Promise<{ lines: string[]; failed: number }> {
  const sum = { passed: 0, cached: 0, failed: 0, skipped: 0 };
  const [counted, failures]: [string[], string[]] = [[], []];
  const tasks = await lastTasks(root);
  const width = Math.max(...tasks.map(({ directory, task }) => `${directory} ${task}`.length));
  for (const run of tasks) {
    const { task, directory } = run;
    const exitCode = run.execution?.exitCode;
    const report = reports[task];
    if (!report && exitCode === 0) continue;
    // A runner that was killed can leave no report or only half of one.
    const files: TestFile[] | undefined = await readFile(join(root, directory, "reports", report ?? ""), "utf8")
      .then((text) => JSON.parse(text).testResults)
      .catch(() => undefined);
    const tests = files?.flatMap(({ assertionResults }) => assertionResults) ?? [];
    const failed = files?.flatMap((file) => failuresOf(file, root)) ?? [];
    if (failed.length === 0 && !(files && exitCode === 0)) {
      const reason = exitCode === undefined ? "did not run to its end" : `exited with code ${exitCode}`;
      failed.push([exitCode === 0 ? `wrote no reports/${report}` : reason]);
    }
    const passed = tests.filter(({ status }) => status === "passed").length;
    const skipped = tests.filter(({ status }) => !["passed", "failed"].includes(status));
    const name = `${directory} ${task}`;
    const isCached = run.cache?.status === "HIT";
    const counts = formatCounts(passed, failed.length, skipped.length);
    counted.push(`${name.padEnd(width)}  ${counts}${isCached ? ", from the cache" : ""}`);
    counted.push(...skipped.map(({ fullName }) => `  skipped: ${fullName}`));
    if (failed.length > 0) {
      const causes = failed.flatMap(([title, ...lines]) => [`failed: ${name}: ${title}`, ...lines]);
      failures.push("", ...causes, `  ${fixOf(run)}`);
    }
    sum.passed += passed;
    sum.cached += isCached ? passed : 0;
    sum.failed += failed.length;
    sum.skipped += skipped.length;
  }
  if (counted.length === 0) {
    failures.push("failed: Turborepo left no summary of a run. Run: pnpm test");
    sum.failed = 1;
  }
  const cached = `${sum.cached} of ${sum.passed} passed tests came from the cache.`;
  const lines = [...counted, ...failures, "", cached, formatCounts(sum.passed, sum.failed, sum.skipped)];
  return { lines, failed: sum.failed };
}

function fixOf({ task, package: name }: Task): string {
  if (task === "test") return `Repeat it with: pnpm test --filter ${name}`;
  if (task === "test:installs") return "Repeat it with: pnpm -C test/release test:installs";
  return `The output is above. ${task === "generate:check" ? "Fix it with: pnpm generate" : "Repeat it with: pnpm check"}`;
}

function formatCounts(passed: number, failed: number, skipped: number): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** Returns the last execution of every task in Turborepo's summaries below `root`, sorted by folder. */
async function lastTasks(root: string): Promise<Task[]> {
  const summaries: { execution: { startTime: number }; tasks: Task[] }[] = [];
  for await (const file of glob(".turbo/runs/*.json", { cwd: root })) {
    summaries.push(JSON.parse(await readFile(join(root, file), "utf8")));
  }
  const tasks = summaries.sort((a, b) => a.execution.startTime - b.execution.startTime).flatMap(({ tasks }) => tasks);
  const existing = tasks.filter(({ command }) => command !== "<NONEXISTENT>");
  const last = new Map(existing.map((task) => [`${task.package}#${task.task}`, task]));
  return [...last.values()].sort((a, b) => a.directory.localeCompare(b.directory));
}

/** Returns the failed tests of a file, or the file if its tests could not be collected: the name, then the lines of the error. */
function failuresOf({ name, status, message = "", assertionResults }: TestFile, root: string): string[][] {
  const failed = assertionResults.filter((test) => test.status === "failed");
  if (failed.length === 0 && status === "failed") return [[name.replace(root, ""), ...shortened(message, root)]];
  return failed.map(({ fullName, failureMessages: [first = ""] = [] }) => [fullName, ...shortened(first, root)]);
}

/** Returns the message and the place in our code, without the rest of the stack, which is in libraries. */
function shortened(error: string, root: string): string[] {
  const lines = stripVTControlCharacters(error).replaceAll(`file://${root}`, "").replaceAll(root, "").split("\n");
  const isFrame = (line: string) => /^\s+at /.test(line);
  const place = lines.find((line) => isFrame(line) && !line.includes("node_modules"))?.trim();
  const message = lines.filter((line) => line.trim() !== "" && !isFrame(line)).slice(0, maxErrorLines);
  return [...message, ...(place ? [place] : [])].map((line) => `  ${line}`);
}

/** Prints the totals; the exit code is then 1 if anything failed. */
export async function printTotals(): Promise<void> {
  const { lines, failed } = await readTotals(repository);
  console.log(`\n${lines.join("\n")}`);
  if (failed > 0) process.exitCode = 1;
}

if (import.meta.main) await printTotals();
