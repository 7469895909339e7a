/** A signal that aborts on Ctrl-C, and when the process is told to end. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  // Not `once`: a terminal and pnpm may both pass on one Ctrl-C, and the second would kill.
  for (const name of ["SIGINT", "SIGTERM"]) process.on(name, () => stop.abort());
  return stop.signal;
}
