/** `pnpm dev`: serves the docs and rebuilds them after each edit of the spec or of the docs' texts. */
import { watch } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildDocs, bundlesFolder } from "../src/build-docs.ts";
import { type DocsServer, serveDocs } from "../src/index.ts";

/** The time without changes before a build starts, in milliseconds: one save can cause several events. */
const settleMs = 50;
const folderOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));

let building = Promise.resolve();
let timer: NodeJS.Timeout | undefined;
for (const folder of [bundlesFolder, folderOf("../browser"), folderOf("../pages")]) {
  watch(folder, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      building = building.then(build);
    }, settleMs);
  });
}
const { url } = await serve(4011);
console.log(`Docs: ${url}`);

async function build(): Promise<void> {
  try {
    await buildDocs({ into: folderOf("../dist") });
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\nThe last good pages stay.`);
  }
}

/** Serves the docs on a port or, while that is in use, on the next one. */
async function serve(port: number): Promise<DocsServer> {
  return serveDocs({ port }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EADDRINUSE") throw error;
    return serve(port + 1);
  });
}
