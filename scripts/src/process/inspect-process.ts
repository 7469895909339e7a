import { readFile } from "node:fs/promises";
import { x } from "tinyexec";

export interface ProcessInfo {
  parent: number;
  /** The command line: program and arguments. */
  command: string[];
}

/** Returns the parent and the command line of a process; `undefined` if it has ended, and on Windows. */
export async function inspectProcess(pid: number): Promise<ProcessInfo | undefined> {
  if (process.platform === "win32") return undefined;
  return process.platform === "linux" ? readProc(pid) : askPs(pid);
}

/** Reads `/proc` instead of asking `ps`, which small Linux images lack. */
async function readProc(pid: number): Promise<ProcessInfo | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    const command = await readFile(`/proc/${pid}/cmdline`, "utf8");
    // The name in parentheses may itself contain blanks and parentheses.
    const [, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { parent: Number(parent), command: command.split(/[\0 ]/) };
  } catch {
    return undefined;
  }
}

async function askPs(pid: number): Promise<ProcessInfo | undefined> {
  const { stdout } = await x("ps", ["-o", "ppid=,args=", "-p", String(pid)]);
  const [parent, ...command] = stdout.trim().split(/\s+/);
  return parent ? { parent: Number(parent), command } : undefined;
}
