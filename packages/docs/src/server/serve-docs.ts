import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type DocsServer, listen } from "./listen.ts";
import { staticFiles } from "./static-files.ts";

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

const dist = fileURLToPath(new URL("../../dist", import.meta.url));

/**
 * Serves the built page, and what lies beside it, as static files. GET and HEAD only; the files are read anew for each
 * request, so a rebuilt page shows after a reload.
 *
 * Rejects when `root` has no `index.html`, and when the port is taken (`code` is then `"EADDRINUSE"`).
 */
export async function serveDocs(options: ServeDocsOptions = {}): Promise<DocsServer> {
  const { port = 0, host = "127.0.0.1", root = dist } = options;
  if (!existsSync(join(root, "index.html"))) {
    throw new Error(
      `No page to serve: ${root} has no index.html. Build it with \`pnpm build\`, or name another \`root\`.`,
    );
  }
  return listen(staticFiles(root), port, host);
}
