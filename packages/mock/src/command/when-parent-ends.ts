/** How often the parent is looked at, in milliseconds. */
const intervalMs = 500;

/**
 * Calls back once the process that started this one has ended, if a package manager started it: `kill` ends npx and its
 * shell, but a shell does not pass the signal on. A server that a shell started directly outlives it, as `nohup` wants.
 */
export function whenParentEnds(callback: () => void): void {
  if (process.env.npm_execpath === undefined || process.platform === "win32") return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback();
  }, intervalMs);
  timer.unref();
}
