import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import sirv from "sirv";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));
/**
 * Serves the built docs as static files, which are read anew for each request.
 *
 * @throws {Error} if `root` has no `index.html`, or if the port is taken (`code` is then `"EADDRINUSE"`)
 */
export async function serveDocs({ port = 0, host = "127.0.0.1", root = dist } = {}) {
  if (!existsSync(join(root, "index.html")))
    throw new Error(`${root} has no index.html. Build it with \`pnpm build\`.`);
  const files = sirv(root, { dev: true, etag: true, setHeaders });
  const server = createServer((request, response) => {
    const reject = (status, message) =>
      response.writeHead(status, { "Content-Type": "text/plain;charset=utf-8" }).end(`${message}\n`);
    if (!/^(GET|HEAD)$/.test(request.method ?? "")) {
      return reject(405, "The docs respond to GET and HEAD. Is this the port of the mock?");
    }
    // A range whose end comes before its start makes sirv throw; RFC 9110 14.2 lets a server ignore the header.
    delete request.headers.range;
    const notFound = () => void reject(404, "There is no such page. The docs are at the root of this server.");
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
    server.closeAllConnections();
    await once(server.close(), "close");
  };
  const { address, family, port: actual } = server.address();
  const url = `http://${family === "IPv6" ? `[${address}]` : address}:${actual}`;
  return { url, close, [Symbol.asyncDispose]: close };
}
function setHeaders(response, path) {
  // sirv sets the charset for HTML only, and without it browsers read text as Latin-1.
  const type = { ".txt": "text/plain", ".md": "text/markdown", ".yaml": "text/yaml" }[extname(path)];
  if (type) response.setHeader("Content-Type", `${type};charset=utf-8`);
  response.setHeader("X-Content-Type-Options", "nosniff");
  // Redoc's page would load a logo and send reports: nothing may leave this machine.
  const redoc = `default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:; worker-src blob:; `;
  response.setHeader("Content-Security-Policy", `${path === "/redoc.html" ? redoc : ""}frame-ancestors 'none'`);
}
