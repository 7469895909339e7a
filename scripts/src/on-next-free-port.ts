const highestPort = 65535;

/** Calls `listen` with a port, and where that is in use with the next one, until one is free. */
export async function onNextFreePort<Server>(port: number, listen: (port: number) => Promise<Server>): Promise<Server> {
  try {
    return await listen(port);
  } catch (error) {
    const isInUse = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    if (!isInUse || port >= highestPort) throw error;
    return onNextFreePort(port + 1, listen);
  }
}
