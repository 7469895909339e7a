import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { DrawnSection } from "./fix-redoc.ts";
import type { RedocInput } from "./redoc-worker.ts";

/** Redoc's Markdown takes `{%` for the start of a tag of its own and drops it; this stands for it meanwhile. */
const brace = "\ue000";

/** Has Redoc, the renderer that comes with Redocly CLI, draw every part of a document; the parts come by name. */
export async function drawWithRedoc({ document, names }: RedocInput): Promise<Record<string, DrawnSection>> {
  const safe = JSON.parse(JSON.stringify(document).replaceAll("{%", `${brace}%`));
  const worker = new Worker(new URL("./redoc-worker.ts", import.meta.url), {
    workerData: { document: safe, names } satisfies RedocInput,
  });
  const [drawing] = await once(worker, "message");
  await worker.terminate();
  return JSON.parse(JSON.stringify(drawing).replaceAll(brace, "{"));
}
