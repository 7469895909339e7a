import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

export interface DocsServer {
  /** Address of the page, without a slash at the end. */
  url: string;
  /** Stops listening and drops open connections. May be called twice. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Listens on a port; rejects with `code: "EADDRINUSE"` when it is taken. */
export async function listen(handle: RequestListener, port: number, host: string): Promise<DocsServer> {
  const server = createServer(handle).listen(port, host);
  try {
    await once(server, "listening");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) throw error;
    const message = `Port ${port} of ${host} is taken. Give another port, or 0 for any free one.`;
    throw Object.assign(new Error(message, { cause: error }), { code: error.code });
  }
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const { address, family, port: actual } = server.address() as AddressInfo;
  const name = family === "IPv6" ? `[${address}]` : address;
  return { url: `http://${name}:${actual}`, close, [Symbol.asyncDispose]: close };
}
