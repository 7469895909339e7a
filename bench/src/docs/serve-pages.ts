import { once } from "node:events";
import { glob, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import sirv from "sirv";

export interface PageServer extends AsyncDisposable {
  /** The URL, without a slash at the end. */
  url: string;
  /** Returns the number of bytes, with headers, that it has sent to browsers since it was started. */
  sentBytes(): number;
  /** Returns the hosts that browsers asked it, as their proxy, to reach since the last call. It connects to none. */
  takeForeignHosts(): string[];
}

const compressed = /\.(html|js|css|json|svg)$/;

/** Serves a folder on loopback, with gzip -9 if the browser accepts it; also a proxy that rejects every connection. */
export async function servePages(root: string): Promise<PageServer> {
  for await (const file of glob(`${root}/**/*`)) {
    if (compressed.test(file)) await writeFile(`${file}.gz`, await promisify(gzip)(await readFile(file), { level: 9 }));
  }
  const files = sirv(root, { gzip: true });
  const sockets = new Set<Socket>();
  const foreignHosts = new Set<string>();
  const server = createServer((request, response) => {
    const { host } = URL.parse(request.url ?? "") ?? {};
    if (host === undefined) return files(request, response);
    foreignHosts.add(host);
    response.writeHead(403).end();
  });
  server.on("connect", ({ url = "" }, socket) => {
    foreignHosts.add(url.replace(/:443$/, ""));
    socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
  });
  server.on("connection", (socket) => sockets.add(socket));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    sentBytes: () => [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, 0),
    takeForeignHosts() {
      const hosts = [...foreignHosts].sort();
      foreignHosts.clear();
      return hosts;
    },
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
    },
  };
}
