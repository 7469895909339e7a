import { mkdtemp, rm } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildDocs, bundlesFolder } from "../build-docs.ts";
import { type DocsServer, listen } from "./listen.ts";
import { rebuildOnChange } from "./rebuild-on-change.ts";
import { staticFiles } from "./static-files.ts";

export interface DevDocsOptions {
  /**
   * Folder of the bundled spec. `pnpm dev` at the root writes it on every edit of the spec.
   *
   * @default the folder of the spec package
   */
  bundles?: string;
  /**
   * TCP port to listen on; `0` takes any free one.
   *
   * @default 0
   */
  port?: number;
  /** Receives each line for the terminal. */
  report?: (line: string) => void;
}

const ownFolders = ["../../browser", "../../pages"].map((path) => fileURLToPath(new URL(path, import.meta.url)));

/** Reloads the page when the server says so. */
const reloadScript = `new EventSource("reload").onmessage = () => location.reload();`;

/**
 * Serves the page, rebuilds it when the bundle or a text of the docs changes, and reloads it in the browser. After a
 * failed build the last good page stays. Rejects when the first build fails.
 */
export async function devDocs(options: DevDocsOptions = {}): Promise<DocsServer> {
  const { bundles = bundlesFolder, port = 0, report = console.log } = options;
  const root = await mkdtemp(join(tmpdir(), "docs-dev-"));
  const readers = new Set<ServerResponse>();
  const files = staticFiles(root);

  const build = async (): Promise<boolean> => {
    const start = performance.now();
    try {
      await buildDocs({ bundles, into: root, script: reloadScript, connect: "'self'" });
    } catch (error) {
      report(`${error instanceof Error ? error.message : error}\nThe last good page stays.`);
      return false;
    }
    report(`Built in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
    for (const reader of readers) reader.write("data: reload\n\n");
    return true;
  };

  const server = await listen(
    (request, response) => {
      if (request.url !== "/reload") return files(request, response);
      response.writeHead(200, { "Content-Type": "text/event-stream" }).flushHeaders();
      readers.add(response.on("close", () => readers.delete(response)));
    },
    port,
    "127.0.0.1",
  ).catch(async (error: unknown) => {
    await rm(root, { recursive: true });
    throw error;
  });
  const first = build();
  const watching = rebuildOnChange([bundles, ...ownFolders], build, first);
  const close = async () => {
    await watching.close();
    await server.close();
    await rm(root, { recursive: true, force: true });
  };
  if (!(await first)) {
    await close();
    throw new Error("There is no good page yet: fix the errors above and start again.");
  }
  return { url: server.url, close, [Symbol.asyncDispose]: close };
}
