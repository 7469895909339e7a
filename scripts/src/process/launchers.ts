import { setTimeout } from "node:timers/promises";
import { inspectProcess } from "./inspect-process.ts";

const checkEveryMs = 1000;
const launcherName = /^(npx|npm|pnpm)(-cli)?(\.[cm]?js|\.exe)?$/;
const shellName = /^-?(sh|bash|dash|ash|zsh)$/;

/**
 * Aborts when a process in the chain npx → pnpm → this one ends. Killing npx ends neither pnpm nor its scripts, so a
 * server would keep its port.
 */
export async function abortWhenLaunchersEnd(controller: AbortController): Promise<void> {
  const chain = await findChain();
  while (!controller.signal.aborted) {
    await setTimeout(checkEveryMs, undefined, { ref: false });
    if (!(await isUnbroken(chain))) controller.abort();
  }
}

/** Returns this process and its ancestors, up to the last one that is npx, npm or pnpm. */
async function findChain(): Promise<number[]> {
  const chain = [process.pid];
  let length = 1;
  for (let pid = process.ppid; pid > 1; ) {
    const ancestor = await inspectProcess(pid);
    if (!ancestor) break;
    chain.push(pid);
    if (isLauncher(ancestor.command)) length = chain.length;
    // There are shells between the launchers; one above them is the user's and may end before the server does.
    else if (!shellName.test(baseName(ancestor.command[0]))) break;
    pid = ancestor.parent;
  }
  return chain.slice(0, length);
}

/** Returns whether all processes still run: one whose parent ended has another parent, even if that is a zombie. */
async function isUnbroken(chain: number[]): Promise<boolean> {
  const parents = await Promise.all(chain.slice(0, -1).map(async (pid) => (await inspectProcess(pid))?.parent));
  return parents.every((parent, index) => parent === chain[index + 1]);
}

/** Recognizes `npx …`, `node …/npx-cli.js …`, and `npm exec …`, which is how npm names its own process. */
function isLauncher([program, script]: string[]): boolean {
  return launcherName.test(baseName(program)) || (baseName(program) === "node" && launcherName.test(baseName(script)));
}

function baseName(path = ""): string {
  return path.split(/[\\/]/).at(-1) ?? "";
}
