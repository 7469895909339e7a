import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import sirv from "sirv";

export interface ServeDocsOptions {
  /** The TCP port to listen on; `0` takes any free port. @default 0 */
  port?: number;
  /** The address to listen on. Anything but loopback exposes the docs to your network. @default "127.0.0.1" */
  host?: string;
  /** The folder to serve. @default the folder that `pnpm build` writes */
  root?: string;
}

export interface DocsServer extends AsyncDisposable {
  /** The address of the docs, without a trailing slash. */
  url: string;
  /** Stops listening and closes open connections. May be called twice. */
  close(): Promise<void>;
}

const dist = fileURLToPath(new URL("../../dist", import.meta.url));

const notFoundPage = `<!DOCTYPE html><html lang="en"><title>Not found</title><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><p>There is no such page. <a href="/">Go to the overview</a>`;

/**
 * Serves the built docs as static files, which are read anew for each request.
 *
 * @throws {Error} if `root` has no `index.html`, or if the port is taken (`code` is then `"EADDRINUSE"`)
 */
export async function serveDocs({
  port = 0,
  host = "127.0.0.1",
  root = dist,
}: ServeDocsOptions = {}): Promise<DocsServer> {
  if (!existsSync(join(root, "index.html")))
    throw new Error(`${root} has no index.html. Build it with \`pnpm build\`.`);
  const files = sirv(root, { dev: true, etag: true, setHeaders });
  const server = createServer((request, response) => {
    const reject = (status: number, type: string, text: string) =>
      void response.writeHead(status, { "Content-Type": `${type};charset=utf-8` }).end(`${text}\n`);
    if (!/^(GET|HEAD)$/.test(request.method ?? "")) {
      return reject(405, "text/plain", "The docs respond to GET and HEAD. Is this the port of the mock?");
    }
    const notFound = () => reject(404, "text/html", notFoundPage);
    try {
      // sirv throws for a range that ends before it starts; RFC 9110 14.2 lets a server ignore the header.
      delete request.headers.range;
      files(request, response, notFound);
    } catch {
      // sirv throws for a path that no file system accepts, such as one with a null character.
      notFound();
    }
  }).listen(port, host);
  await once(server, "listening");
  const close = async () => {
    if (!server.listening) return;
    server.closeAllConnections();
    await once(server.close(), "close");
  };
  const { address, family, port: actual } = server.address() as AddressInfo;
  const url = `http://${family === "IPv6" ? `[${address}]` : address}:${actual}`;
  return { url, close, [Symbol.asyncDispose]: close };
}

function setHeaders(response: ServerResponse, path: string): void {
  // sirv sets the charset for HTML only, and without it browsers read text as Latin-1.
  const type = { ".txt": "text/plain", ".md": "text/markdown", ".yaml": "text/yaml" }[extname(path)];
  if (type) response.setHeader("Content-Type", `${type};charset=utf-8`);
  response.setHeader("X-Content-Type-Options", "nosniff");
  // A page cannot set this part of its policy itself.
  response.setHeader("Content-Security-Policy", "frame-ancestors 'none'");
}
