import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { x } from "tinyexec";
import { repository } from "../repository.ts";
import { type Execution, readSummary } from "./executions.ts";

/** One line that a task wrote, or Turborepo itself. */
export interface TaskLine {
  /** `@testsigma-tms/client#build`, or `turbo`. */
  source: string;
  text: string;
}

export interface TurboRun {
  exitCode: number;
  /** Empty where Turborepo did not get as far as running a task; `messages` say why. */
  executions: Execution[];
  /** What Turborepo itself wrote, where it failed. */
  messages: string[];
}

export interface TurboOptions {
  onLine?: (line: TaskLine) => void;
  /** Ends the run and its tasks when aborted. */
  signal?: AbortSignal;
  /** Leaves Turborepo's summary for `pnpm test:totals`. */
  keepSummary?: boolean;
}

/** Runs `turbo run` in the repository, without printing anything. */
export async function runTurbo(args: string[], { onLine, signal, keepSummary }: TurboOptions = {}): Promise<TurboRun> {
  const turbo = fileURLToPath(import.meta.resolve("turbo/bin/turbo"));
  const child = x(process.execPath, [turbo, "run", ...args, ...outputOptions], {
    ...(signal && { signal }),
    nodeOptions: { cwd: repository, env: { TURBO_TELEMETRY_DISABLED: "1", ...colorVariables() } },
  });
  let executions: Execution[] = [];
  const messages: string[] = [];
  const outputs = new Map<string, string>();
  for await (const line of child) {
    const { source, text } = parseLine(line);
    const [, summary] = (source === "turbo" && /^Summary: +(.+)$/.exec(text)) || [];
    if (summary) {
      executions = await readSummary(summary);
      if (!keepSummary) await rm(summary);
    } else if (source === "turbo") messages.push(text);
    else outputs.set(source, `${outputs.get(source) ?? ""}${text}\n`);
    onLine?.({ source, text });
  }
  for (const { packageName, task, logFile } of executions.filter((execution) => execution.exitCode !== 0)) {
    // Turborepo itself logs only tasks that can be cached.
    await mkdir(join(repository, dirname(logFile)), { recursive: true });
    await writeFile(join(repository, logFile), outputs.get(`${packageName}#${task}`) ?? "");
  }
  const exitCode = child.exitCode ?? 1;
  return { exitCode, executions, messages: exitCode === 0 ? [] : messages };
}

/** A prefix on every line, on every machine; `--json` would split the lines of tasks that are not cached. */
const outputOptions = ["--summarize", "--no-color", "--log-order=stream", "--log-prefix=task"];

/** `@testsigma-tms/client:build: text`; Turborepo's own lines have no such prefix. */
function parseLine(line: string): TaskLine {
  const [, packageName, task, text = ""] = /^((?:@[\w.-]+\/)?[\w.-]+):([\w:.-]+): ?(.*)$/.exec(line) ?? [];
  return packageName ? { source: `${packageName}#${task}`, text } : { source: "turbo", text: line };
}

/** Tasks write into a pipe and so cannot see whether a person reads along in a terminal. */
function colorVariables(): Record<string, string> {
  if (process.env.NO_COLOR || process.env.FORCE_COLOR) return {};
  return process.stdout.isTTY ? { FORCE_COLOR: "1" } : { NO_COLOR: "1" };
}
