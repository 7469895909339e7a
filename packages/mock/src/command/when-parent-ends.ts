/** The interval between checks of the parent, in milliseconds. */
const intervalMs = 500;

/**
 * Calls back once the process that started this one has ended, if a package manager started it: `kill` ends npx and its
 * shell, but a shell does not forward the signal. A server started directly by a shell keeps running, as with `nohup`.
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
