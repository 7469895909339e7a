import { once } from "node:events";
import { createServer } from "node:net";
import type { Command } from "commander";
import { repository } from "../repository.ts";
import { deleteOldReports } from "../totals/delete-old-reports.ts";
import { formatTotals } from "../totals/format-totals.ts";
import { readTotals } from "../totals/read-totals.ts";
import { shortName } from "../turbo/run-quietly.ts";
import { runTurbo, type TaskLine } from "../turbo/run-turbo.ts";
import { addTaskOptions, type TaskOptions, turboArgs } from "./task-options.ts";

export function addTestCommands(program: Command): void {
  addTaskOptions(program.command("test"))
    .description("Run every test, and end with the totals. Packages that did not change come from the cache.")
    .action(test);
  program
    .command("test:totals")
    .description('Print the totals of the last "pnpm test", and of a "pnpm check" after it.')
    .action(printTotals);
}

async function test(options: TaskOptions): Promise<void> {
  if (!(await canListen())) {
    console.error("Nothing was tested: the tests listen on 127.0.0.1, which this machine does not have.");
    process.exitCode = 1;
    return;
  }
  await deleteOldReports(repository);
  // CPU-bound: more at once does not help.
  const args = ["test", "--continue=dependencies-successful", "--concurrency=100%", ...turboArgs(options)];
  const { exitCode, executions, messages } = await runTurbo(args, { onLine: printTestLine, keepSummary: true });
  if (executions.length === 0) console.error(messages.join("\n"));
  await printTotals();
  process.exitCode ||= exitCode;
}

async function canListen(): Promise<boolean> {
  await using server = createServer().listen(0, "127.0.0.1");
  // Awaited here, so that the server is closed only then.
  return await once(server, "listening").then(
    () => true,
    () => false,
  );
}

/** What Vitest writes, with the package before it; of what comes from the cache, only that it does. */
function printTestLine({ source, text }: TaskLine): void {
  const [packageName = "", task] = source.split("#");
  if (task !== "test") return;
  if (text.startsWith("cache hit")) cached.add(source);
  if (cached.has(source) || /^(cache |\$ |\[ELIFECYCLE\])/.test(text)) return;
  console.log(text.trim() === "" ? "" : `${shortName(packageName)}: ${text}`);
}

const cached = new Set<string>();

/** Prints the totals of the last runs and sets exit code 1 when anything failed. */
async function printTotals(): Promise<void> {
  const totals = await readTotals(repository);
  console.log(`\n${formatTotals(totals)}`);
  if (totals.some(({ failed }) => failed > 0)) process.exitCode = 1;
}
