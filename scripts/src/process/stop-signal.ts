import { abortWhenLaunchersEnd } from "./launchers.ts";

/** A signal that aborts on Ctrl-C, when the process is told to end, and when npx or pnpm that started it is gone. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  // Not `once`: a terminal and pnpm may both pass on one Ctrl-C, and the second would kill.
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, () => stop.abort());
  void abortWhenLaunchersEnd(stop);
  return stop.signal;
}
