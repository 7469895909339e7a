import { abortWhenLaunchersEnd } from "./launchers.ts";

/** A signal that aborts on Ctrl-C, on SIGTERM, and when the npx or pnpm that started the process is gone. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  // Not `once`: a terminal and pnpm may both pass on one Ctrl-C, and the second would kill.
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, () => stop.abort());
  void abortWhenLaunchersEnd(stop);
  return stop.signal;
}
