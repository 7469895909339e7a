import type { Command } from "commander";
import { formatCounts } from "../totals/format-totals.ts";
import { runQuietly } from "../turbo/run-quietly.ts";
import { addTaskOptions, type TaskOptions, turboArgs } from "./task-options.ts";

const everyCheck = ["format:check", "lint", "typecheck", "generate:check", "test:build"];

const descriptions = {
  build: "Build every package.",
  check: "Check format, lint, types, generated files and the packages' shape. pnpm format fixes the first.",
  "format:check": "Check the format of the code.",
  "generate:check": "Check that generated files match the spec. pnpm generate fixes them.",
  lint: "Lint the spec, the code and the words.",
  typecheck: "Check types.",
};

/** Commands that run one or several kinds of tasks in every package and say how many passed. */
export function addCheckCommands(program: Command): void {
  for (const [name, description] of Object.entries(descriptions)) {
    addTaskOptions(program.command(name))
      .description(description)
      .action((options: TaskOptions) => check(name === "check" ? everyCheck : [name], options));
  }
}

async function check(tasks: string[], options: TaskOptions): Promise<void> {
  const args = ["--continue=dependencies-successful", ...turboArgs(options)];
  const run = await runQuietly(tasks, args, { keepSummary: tasks === everyCheck });
  const passed = run.executions.filter(({ exitCode }) => exitCode === 0);
  const cached = passed.filter(({ isCached }) => isCached).length;
  const failed = run.executions.length - passed.length || (run.exitCode === 0 ? 0 : 1);
  if (passed.length > 0) console.log(`\n${cached} of ${passed.length} came from the cache.`);
  console.log(formatCounts({ passed: passed.length, failed, skipped: 0 }));
  process.exitCode = failed > 0 ? 1 : 0;
}
