import { readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildDocs } from "./build-docs.ts";
import { bundleDescription } from "./bundle-description.ts";
import { type DocsServer, listen } from "./listen.ts";
import { rebuildOnChange } from "./rebuild-on-change.ts";
import { staticFiles } from "./static-files.ts";

export interface DevDocsOptions {
  /** Folder of the description's source, with its `openapi.yaml` and `redocly.yaml`. */
  spec: string;
  /**
   * TCP port to listen on; `0` takes any free one.
   *
   * @default 0
   */
  port?: number;
  /** Told what happened, for the terminal. */
  report?: (line: string) => void;
}

const ownFolders = ["../page", "../pages"].map((path) => fileURLToPath(new URL(path, import.meta.url)));

/** Reloads the page when the server says so. */
const reloadScript = `new EventSource("reload").onmessage = () => location.reload();`;

/**
 * Serves the page, rebuilds it when the description or a text of the docs is edited, and reloads it in the browser. While
 * the description has errors, they are printed and the last good page stays. Rejects when the first build fails.
 */
export async function devDocs({ spec, port = 0, report = console.log }: DevDocsOptions): Promise<DocsServer> {
  const root = await mkdtemp(join(tmpdir(), "docs-dev-"));
  const readers = new Set<ServerResponse>();
  const files = staticFiles(root);

  const build = async (): Promise<boolean> => {
    const start = performance.now();
    try {
      const bundled = await bundleDescription(spec);
      if (!bundled) {
        report("The description has errors. The last good page stays.");
        return false;
      }
      await buildDocs({ ...bundled, into: root, script: reloadScript, connect: "'self'" });
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
  const watching = rebuildOnChange([...sourceFolders(spec), ...ownFolders], build, first);
  const close = async () => {
    await watching.close();
    await server.close();
    await rm(root, { recursive: true, force: true });
  };
  if (!(await first)) {
    await close();
    throw new Error("There is no good page yet: mend the errors above and start again.");
  }
  return { url: server.url, close, [Symbol.asyncDispose]: close };
}

/** The folders that hold sources; `node_modules` is large, and `dist` is what others write. */
function sourceFolders(spec: string): string[] {
  const folders = readdirSync(spec, { withFileTypes: true }).filter(
    (entry) =>
      entry.isDirectory() && !["node_modules", "dist", "reports"].includes(entry.name) && !entry.name.startsWith("."),
  );
  return [spec, ...folders.map(({ name }) => join(spec, name))];
}
