import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { reject } from "./static-files.ts";

export interface DocsServer {
  /** Address of the page, without a slash at the end. */
  url: string;
  /** Stops listening and drops open connections. May be called twice. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Listens on a port; rejects with `code: "EADDRINUSE"` when it is taken. Requests for another host than this machine are
 * rejected, and no response can be framed.
 */
export async function listen(handle: RequestListener, port: number, host: string): Promise<DocsServer> {
  const server = createServer(guarded(handle, host)).listen(port, host);
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

function guarded(handle: RequestListener, host: string): RequestListener {
  return (request, response) => {
    response.setHeader("X-Content-Type-Options", "nosniff");
    // A policy in the page cannot forbid frames; only a header can.
    response.setHeader("Content-Security-Policy", "frame-ancestors 'none'");
    response.setHeader("X-Frame-Options", "DENY");
    if (isOwnHost(request, host)) return handle(request, response);
    reject(response, 421, `This server does not serve the host ${JSON.stringify(request.headers.host ?? "")}.`);
  };
}

/**
 * Whether the request names this machine, the address that it came in by, or the host that was asked for. A page elsewhere
 * whose name was pointed here (DNS rebinding) names another one.
 */
function isOwnHost({ headers, socket: { localAddress = "" } }: IncomingMessage, host: string): boolean {
  const name = URL.parse(`http://${headers.host ?? ""}`)?.hostname.replace(/^\[|\]$/g, "");
  const own = ["localhost", "127.0.0.1", "::1", localAddress.replace("::ffff:", ""), host.toLowerCase()];
  return name !== undefined && own.includes(name);
}
