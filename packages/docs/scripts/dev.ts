/** `pnpm dev`: serves the docs and rebuilds them after each edit of the spec or the docs' texts. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createCommand } from "@testsigma-tms/support/create-command";
import { wholeNumber } from "@testsigma-tms/support/whole-number";
import { watch } from "chokidar";
import { buildDocs, bundlesFolder } from "../src/build-docs.ts";
import { serveDocs } from "../src/index.ts";
import { buildRedoc } from "../src/redoc/build-redoc.ts";

interface DevOptions {
  port: number;
  bundles: string;
}

/** The time without changes before a build starts, in milliseconds: one save can cause several events. */
const settleMs = 50;

await createCommand(
  "dev",
  "Serves the docs on this machine and rebuilds them after each edit, until Ctrl-C. Reload the page to see it.",
  { builds: [] },
)
  .option("--port <number>", "port to listen on, 0 for any free one", wholeNumber(0, 65_535), 4011)
  .option("--bundles <folder>", "folder of the bundled spec", bundlesFolder)
  .action(dev)
  .parseAsync();

async function dev({ port, bundles }: DevOptions): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), "docs-dev-"));
  const stop = new AbortController();
  process.once("exit", () => {
    stop.abort();
    rmSync(root, { recursive: true, force: true });
  });
  process.once("SIGINT", () => process.exit()).once("SIGTERM", () => process.exit());

  let edits = 0;
  let building = build();
  let drawing = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const folders = ["../browser", "../pages"].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  watch([bundles, ...folders], { ignoreInitial: true }).on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      building = building.then(build);
    }, settleMs);
  });
  await building;
  const { url } = await serveDocs({ port, root });
  console.log(`The docs are at ${url}; Ctrl-C ends.`);

  async function build(): Promise<void> {
    const start = performance.now();
    try {
      await buildDocs({ into: root, bundles });
      console.log(`Built in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
      drawRedoc();
    } catch (error) {
      console.error(`${messageOf(error)}\nThe last good pages stay.`);
    }
  }

  /** Builds Redoc's page, which takes longer and so runs separately, for the latest edit only. */
  function drawRedoc(): void {
    const edit = ++edits;
    const [document, page] = [join(bundles, "openapi.yaml"), join(root, "redoc.html")];
    drawing = drawing
      .then(() => (edit === edits ? buildRedoc(document, page, stop.signal) : undefined))
      .catch((error: unknown) => console.error(messageOf(error)));
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
