import { existsSync, realpathSync } from "node:fs";
import type { RequestListener, ServerResponse } from "node:http";
import { extname, join, sep } from "node:path";
import sirv from "sirv";

/**
 * Serves GET and HEAD with the files of a folder, read anew for each request, and explains everything else in plain words.
 * Hidden files, and links that lead outside the folder, are not served.
 */
export function staticFiles(root: string): RequestListener {
  const files = sirv(root, { dev: true, etag: true, dotfiles: false, setHeaders });
  return (request, response) => {
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

/** Whether a path is hidden, or a file that it may stand for lies outside the folder once links are followed. */
function leavesFolder(root: string, url: string): boolean {
  const path = decoded(url.split(/[?#]/, 1)[0] ?? "");
  if (path === undefined || /[/\\]\.|\0/.test(path)) return true;
  const folder = realpathSync(root);
  // sirv also looks for a page of that name, and for the index of a folder.
  return ["", ".html", "/index.html"].some((end) => {
    const file = join(folder, path + end);
    return existsSync(file) && !`${realpathSync(file)}${sep}`.startsWith(`${folder}${sep}`);
  });
}

/** Nothing for a broken escape. */
function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
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

export function reject(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { "Content-Type": "text/plain;charset=utf-8" }).end(`${message}\n`);
}
