import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { DrawnSection } from "./fix-redoc.ts";
import type { RedocInput } from "./redoc-worker.ts";

/** Redoc's Markdown takes `{%` for the start of a tag of its own and drops it; this stands for it meanwhile. */
const brace = "\ue000";

/** The time that Redoc takes grows faster than their number. */
const partsAtOnce = 100;

/** How long it may take for them, in milliseconds; usually it is a few seconds. */
const limit = 300_000;

/**
 * Has Redoc, the renderer that comes with Redocly CLI, draw every part of a document; the parts come by name.
 *
 * @throws {Error} naming the parts among which one is too large to be drawn
 */
export async function drawWithRedoc({ document, names }: RedocInput): Promise<Record<string, DrawnSection>> {
  const safe: RedocInput["document"] = JSON.parse(JSON.stringify(document).replaceAll("{%", `${brace}%`));
  const drawn: Record<string, DrawnSection> = {};
  for (let start = 0; start < names.length; start += partsAtOnce) {
    const some = names.slice(start, start + partsAtOnce);
    const drawing = await draw({ document: onlyWith(safe, new Set(some)), names: some });
    Object.assign(drawn, JSON.parse(JSON.stringify(drawing).replaceAll(brace, "{")));
  }
  return drawn;
}

async function draw(input: RedocInput): Promise<Record<string, DrawnSection>> {
  const worker = new Worker(new URL("./redoc-worker.ts", import.meta.url), { workerData: input });
  try {
    const [drawing] = await once(worker, "message", { signal: AbortSignal.timeout(limit) });
    return drawing;
  } catch (cause) {
    const { name, message } = cause as Error;
    const problem = name === "AbortError" ? `they take longer than ${limit / 1000} seconds` : message;
    const places = `the ${input.names.length} parts from ${input.names[0]} to ${input.names.at(-1)}`;
    throw new Error(`Redoc cannot draw ${places}: ${problem}`, { cause });
  } finally {
    await worker.terminate();
  }
}

const onlyWith = ({ tags = [], paths = {}, ...document }: RedocInput["document"], names: ReadonlySet<string>) => ({
  ...document,
  tags: tags.filter(({ name }) => names.has(name)),
  paths: Object.fromEntries(Object.entries(paths).filter(([path]) => names.has(path.slice(1)))),
});
