import type { RequestListener, ServerResponse } from "node:http";
import { extname } from "node:path";
import sirv from "sirv";

/** Answers GET and HEAD with the files of a folder, read anew for each request, and everything else in plain words. */
export function staticFiles(root: string): RequestListener {
  const files = sirv(root, { dev: true, etag: true, setHeaders });
  return (request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("Allow", "GET, HEAD");
      return refuse(response, 405, `This server answers GET and HEAD, not ${request.method}.`);
    }
    // A range whose end lies before its start makes sirv throw; RFC 9110 14.2 lets a server ignore the header.
    delete request.headers.range;
    files(request, response, () =>
      refuse(response, 404, "There is no such page. The reference is at the root of this server."),
    );
  };
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
