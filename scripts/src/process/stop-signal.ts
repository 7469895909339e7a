import { readFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { x } from "tinyexec";

const checkEveryMs = 1000;
const launcherName = /^(npx|npm|pnpm|turbo)(-cli)?(\.[cm]?js|\.exe)?$/;
const shellName = /^-?(sh|bash|dash|ash|zsh)$/;

/**
 * Returns a signal that aborts on Ctrl-C, on SIGTERM, and when a process in the chain npx → pnpm → this one ends: killing
 * npx ends neither pnpm nor its scripts, so a server would keep its port.
 */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  // Not `once`: the terminal and pnpm may both forward the same Ctrl-C, and the second signal would kill the process.
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, () => stop.abort());
  if (process.platform !== "win32") void abortWhenLaunchersEnd(stop);
  return stop.signal;
}

async function abortWhenLaunchersEnd(controller: AbortController): Promise<void> {
  const chain = await findChain();
  while (!controller.signal.aborted) {
    await setTimeout(checkEveryMs, undefined, { ref: false });
    // A process whose parent ended has another parent, even if that is a zombie.
    const parents = await Promise.all(chain.slice(0, -1).map(async (pid) => (await inspect(pid))?.parent));
    if (parents.some((parent, index) => parent !== chain[index + 1])) controller.abort();
  }
}

/** Returns this process and its ancestors, up to the last one that launched it. */
async function findChain(): Promise<number[]> {
  const chain = [process.pid];
  let length = 1;
  for (let pid = process.ppid; pid > 1; ) {
    const ancestor = await inspect(pid);
    if (!ancestor) break;
    chain.push(pid);
    // npm names its own process `npm exec …`; others are `node …/npx-cli.js …`.
    const [program = "", script = ""] = ancestor.command.map((word) => word.split("/").at(-1));
    if (launcherName.test(program) || (program === "node" && launcherName.test(script))) length = chain.length;
    // There are shells between the launchers; one above them is the user's and may end before the server does.
    else if (!shellName.test(program)) break;
    pid = ancestor.parent;
  }
  return chain.slice(0, length);
}

/** Returns the parent and the command line of a process; `undefined` if it has ended. */
async function inspect(pid: number): Promise<{ parent: number; command: string[] } | undefined> {
  if (process.platform !== "linux") {
    const { stdout } = await x("ps", ["-o", "ppid=,args=", "-p", String(pid)]);
    const [parent, ...command] = stdout.trim().split(/\s+/);
    return parent ? { parent: Number(parent), command } : undefined;
  }
  try {
    // Small Linux images lack `ps`.
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    const command = await readFile(`/proc/${pid}/cmdline`, "utf8");
    // The name in parentheses may itself contain blanks and parentheses.
    const [, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { parent: Number(parent), command: command.split(/[\0 ]/) };
  } catch {
    return undefined;
  }
}
