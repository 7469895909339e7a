import { realpathSync } from "node:fs";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { extname, join, sep } from "node:path";
import sirv from "sirv";

/**
 * Serves GET and HEAD with the files of a folder, read anew for each request, and explains everything else in plain words.
 * Hidden files, and links that lead outside the folder, are not served.
 */
export function staticFiles(root: string): RequestListener {
  const files = sirv(root, { dev: true, etag: true, dotfiles: false, setHeaders });
  return (request, response) => {
    response.setHeader("X-Content-Type-Options", "nosniff");
    // A policy in the page cannot forbid frames; only a header can.
    response.setHeader("Content-Security-Policy", "frame-ancestors 'none'");
    response.setHeader("X-Frame-Options", "DENY");
    if (!isOwnHost(request)) {
      return reject(
        response,
        421,
        `This server does not serve the host ${JSON.stringify(request.headers.host ?? "")}.`,
      );
    }
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("Allow", "GET, HEAD");
      return reject(response, 405, `This server responds to GET and HEAD, not to ${request.method}.`);
    }
    const notFound = () => reject(response, 404, "There is no such page. The reference is at the root of this server.");
    if (leavesFolder(root, request.url ?? "/")) return notFound();
    // A range whose end lies before its start makes sirv throw; RFC 9110 14.2 lets a server ignore the header.
    delete request.headers.range;
    files(request, response, notFound);
  };
}

/**
 * Whether the request names this machine, or the address that it came in by. A page elsewhere whose name was pointed
 * here (DNS rebinding) names another host.
 */
function isOwnHost({ headers: { host = "" }, socket: { localAddress = "" } }: IncomingMessage): boolean {
  const name = URL.parse(`http://${host}`)?.hostname.replace(/^\[|\]$/g, "");
  return name !== undefined && ["localhost", "127.0.0.1", "::1", localAddress.replace("::ffff:", "")].includes(name);
}

/** Whether a path is hidden, or its file lies outside the folder once links are followed. A missing file leaves nothing. */
function leavesFolder(root: string, url: string): boolean {
  try {
    const path = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? "");
    if (/[/\\]\./.test(path)) return true;
    const folder = realpathSync(root);
    return !`${realpathSync(join(folder, path))}${sep}`.startsWith(`${folder}${sep}`);
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ENOENT");
  }
}

/** sirv names the charset of HTML only; without it, browsers read other text as Latin-1. */
const textTypes: Record<string, string> = {
  ".txt": "text/plain;charset=utf-8",
  ".md": "text/markdown;charset=utf-8",
  ".yaml": "text/yaml;charset=utf-8",
};

function setHeaders(response: ServerResponse, pathname: string): void {
  const type = textTypes[extname(pathname)];
  if (type) response.setHeader("Content-Type", type);
}

function reject(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { "Content-Type": "text/plain;charset=utf-8" }).end(`${message}\n`);
}
