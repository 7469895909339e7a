import { once } from "node:events";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** How long a request may still take to arrive, and a response to be read, once the server closes, in milliseconds. */
const graceMs = 1000;

/**
 * Watches a server's connections; `close` closes it. A request that has arrived gets its response,
 * however long that takes. Connections without a request are closed at once, slow ones after a second, and so are
 * those whose response was forgotten.
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

  /** Closes the connections of which no response is being made. */
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
