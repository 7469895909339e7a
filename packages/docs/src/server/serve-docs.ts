import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import sirv from "sirv";
import { hashSource } from "../page/content-security-policy.ts";

export interface ServeDocsOptions {
  /**
   * The TCP port to listen on; `0` takes any free port.
   *
   * @default 0
   */
  port?: number;
  /**
   * The address to listen on. Anything but loopback exposes the docs to your network.
   *
   * @default "127.0.0.1"
   */
  host?: string;
  /**
   * The folder to serve, which must contain an `index.html`.
   *
   * @default the folder that `pnpm build` writes
   */
  root?: string;
}

export interface DocsServer {
  /** The address of the docs, without a trailing slash. */
  url: string;
  /** Stops listening and closes open connections. May be called twice. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

const dist = fileURLToPath(new URL("../../dist", import.meta.url));

/** The types of other text: sirv sets the charset for HTML only, and without it browsers read text as Latin-1. */
const textTypes: Record<string, string> = {
  ".txt": "text/plain;charset=utf-8",
  ".md": "text/markdown;charset=utf-8",
  ".yaml": "text/yaml;charset=utf-8",
};

/**
 * Serves the built docs as static files, which are read anew for each request, so that a rebuilt page shows after a
 * reload.
 *
 * @throws {Error} if `root` has no `index.html`, or if the port is taken (`code` is then `"EADDRINUSE"`)
 */
export async function serveDocs({
  port = 0,
  host = "127.0.0.1",
  root = dist,
}: ServeDocsOptions = {}): Promise<DocsServer> {
  if (!existsSync(join(root, "index.html"))) {
    throw new Error(
      `No docs to serve: ${root} has no index.html. Build them with \`pnpm build\`, or name another \`root\`.`,
    );
  }
  const files = sirv(root, { dev: true, etag: true, setHeaders });
  const server = createServer((request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("Allow", "GET, HEAD");
      return reject(
        response,
        405,
        `The docs respond to GET and HEAD, not to ${request.method}. Is this the port of the mock?`,
      );
    }
    const notFound = () => reject(response, 404, "There is no such page. The docs are at the root of this server.");
    // A range whose end comes before its start makes sirv throw; RFC 9110 14.2 lets a server ignore the header.
    delete request.headers.range;
    try {
      files(request, response, notFound);
    } catch {
      // A path that no file system accepts, such as one with a null character.
      notFound();
    }
  }).listen(port, host);
  await once(server, "listening");
  const close = async () => {
    if (!server.listening) return;
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  };
  const { address, family, port: actual } = server.address() as AddressInfo;
  return {
    url: `http://${family === "IPv6" ? `[${address}]` : address}:${actual}`,
    close,
    [Symbol.asyncDispose]: close,
  };

  function setHeaders(response: ServerResponse, path: string): void {
    const type = textTypes[extname(path)];
    if (type) response.setHeader("Content-Type", type);
    response.setHeader("X-Content-Type-Options", "nosniff");
    const policy = path === "/redoc.html" ? `${redocPolicy(join(root, "redoc.html"))}; ` : "";
    // A policy in the page cannot forbid framing; only a header can.
    response.setHeader("Content-Security-Policy", `${policy}frame-ancestors 'none'`);
  }
}

/**
 * Returns the policy of Redoc's page, which loads a logo and sends reports: it lets Redoc's scripts run, its search run
 * in a worker, and nothing leave this machine.
 */
function redocPolicy(file: string): string {
  const scripts = readFileSync(file, "utf8").matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g);
  return [
    "default-src 'none'",
    `script-src ${[...scripts].map(([, text = ""]) => hashSource(text)).join(" ")}`,
    "style-src 'unsafe-inline'",
    "img-src data:",
    "font-src data:",
    "worker-src blob:",
  ].join("; ");
}

function reject(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { "Content-Type": "text/plain;charset=utf-8" }).end(`${message}\n`);
}
