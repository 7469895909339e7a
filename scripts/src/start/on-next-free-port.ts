const highestPort = 65535;

/** Calls `listen` with a port and, while that is in use, with the next one, until one is free. */
export async function onNextFreePort<Server>(port: number, listen: (port: number) => Promise<Server>): Promise<Server> {
  try {
    return await listen(port);
  } catch (error) {
    if (!isPortInUse(error) || port >= highestPort) throw error;
    return onNextFreePort(port + 1, listen);
  }
}

/** Returns whether the error or one of its causes is the operating system's `EADDRINUSE`. */
function isPortInUse(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ("code" in error && error.code === "EADDRINUSE") || isPortInUse(error.cause);
}
