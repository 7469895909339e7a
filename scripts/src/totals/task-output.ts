import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import type { Execution } from "./executions.ts";

/** The lines of a failed task's output that are repeated: the start with the first error, and the end. */
const firstLines = 30;
const lastLines = 10;

/** Returns a task's output, shortened in the middle, without what pnpm adds to it. */
export async function taskOutput(root: string, { logFile }: Execution): Promise<string[]> {
  const output = await readFile(join(root, logFile), "utf8").catch(() => "");
  const lines = stripVTControlCharacters(output)
    .split("\n")
    .filter((line) => line.trim() !== "" && !/^(\$ |\[ELIFECYCLE\]|cache (miss|bypass))/.test(line));
  if (lines.length <= firstLines + lastLines) return lines;
  const left = lines.length - firstLines - lastLines;
  return [...lines.slice(0, firstLines), `… ${left} more lines in ${logFile}`, ...lines.slice(-lastLines)];
}
