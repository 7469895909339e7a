import { once } from "node:events";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** The time for requests to arrive and for responses to be read once the server closes, in milliseconds. */
const graceMs = 1000;

/**
 * Tracks a server's connections; `close` closes the server. A request that has fully arrived gets its response, however
 * long that takes. Connections without a request, or whose response was passed to `forget`, are closed at once; those
 * that are still sending a request or reading a response are closed after a second.
 */
export function watch(server: Server): { close(): Promise<void>; forget(response: ServerResponse): void } {
  const sockets = new Set<Socket>();
  const running = new Map<ServerResponse, IncomingMessage>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.on("request", (incoming: IncomingMessage, response: ServerResponse) => {
    running.set(response, incoming);
    response.once("close", () => running.delete(response));
  });

  /** Closes all connections but those with a running response that `isRunning` accepts. */
  function closeOthers(isRunning: (response: ServerResponse, incoming: IncomingMessage) => boolean): void {
    const kept = new Set([...running].filter((pair) => isRunning(...pair)).map(([response]) => response.socket));
    for (const socket of sockets) if (!kept.has(socket)) socket.destroy();
  }

  let closed: Promise<void> | undefined;
  async function close(): Promise<void> {
    const isClosed = once(server.close(), "close");
    for (const response of running.keys()) if (!response.headersSent) response.setHeader("Connection", "close");
    closeOthers(() => true);
    const timer = setTimeout(
      () => closeOthers((response, { complete }) => complete && !response.writableEnded),
      graceMs,
    );
    await isClosed;
    clearTimeout(timer);
  }
  return {
    close() {
      closed ??= close();
      return closed;
    },
    forget: (response) => running.delete(response),
  };
}
