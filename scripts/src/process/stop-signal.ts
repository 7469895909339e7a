import { abortWhenLaunchersEnd } from "./launchers.ts";

/** Returns a signal that aborts on Ctrl-C, on SIGTERM, and when the npx or pnpm that started the process has ended. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  // Not `once`: the terminal and pnpm may both forward the same Ctrl-C, and the second signal would kill the process.
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, () => stop.abort());
  void abortWhenLaunchersEnd(stop);
  return stop.signal;
}
