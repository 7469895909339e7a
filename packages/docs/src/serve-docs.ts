import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import sirv from "sirv";

export interface ServeDocsOptions {
  /**
   * TCP port to listen on; `0` takes any free one.
   *
   * @default 0
   */
  port?: number;
  /**
   * Address to listen on. Anything but loopback shows the page to your network.
   *
   * @default "127.0.0.1"
   */
  host?: string;
  /**
   * Folder to serve; it must hold an `index.html`.
   *
   * @default the folder that `pnpm build` writes
   */
  root?: string;
}

export interface DocsServer {
  /** Address of the page, without a slash at the end. */
  url: string;
  /** Stops listening and drops open connections. May be called twice. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

const dist = fileURLToPath(new URL("../dist", import.meta.url));

/**
 * Serves the built page, and what lies beside it, as static files. GET and HEAD only; the files are read anew for each
 * request, so a rebuilt page shows after a reload.
 *
 * Rejects when `root` has no `index.html`, and when the port is taken (`code` is then `"EADDRINUSE"`).
 */
export async function serveDocs({
  port = 0,
  host = "127.0.0.1",
  root = dist,
}: ServeDocsOptions = {}): Promise<DocsServer> {
  if (!existsSync(join(root, "index.html"))) {
    throw new Error(
      `No page to serve: ${root} has no index.html. Build it with \`pnpm build\`, or name another \`root\`.`,
    );
  }
  const files = sirv(root, { dev: true, etag: true, setHeaders });
  const server = createServer((request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      return refuse(
        response.setHeader("Allow", "GET, HEAD"),
        405,
        `This server answers GET and HEAD, not ${request.method}.`,
      );
    }
    // A range whose end lies before its start makes sirv throw; RFC 9110 14.2 lets a server ignore the header.
    delete request.headers.range;
    files(request, response, () =>
      refuse(response, 404, "There is no such page. The reference is at the root of this server."),
    );
  });
  server.listen(port, host);
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
  const address = server.address() as AddressInfo;
  const name = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return { url: `http://${name}:${address.port}`, close, [Symbol.asyncDispose]: close };
}

/** sirv names the charset of HTML only; without it, browsers read other text as Latin-1. */
const textTypes: Record<string, string> = {
  ".txt": "text/plain;charset=utf-8",
  ".yaml": "text/yaml;charset=utf-8",
};

function setHeaders(response: ServerResponse, pathname: string) {
  const type = textTypes[extname(pathname)];
  if (type) response.setHeader("Content-Type", type);
  response.setHeader("X-Content-Type-Options", "nosniff");
}

function refuse(response: ServerResponse, status: number, message: string) {
  response.writeHead(status, { "Content-Type": "text/plain;charset=utf-8" }).end(`${message}\n`);
}
