import { median } from "../measure/median.ts";
import { medianRatio } from "../measure/median-ratio.ts";
import { Report } from "../measure/report.ts";
import { type Clone, cloneRepository, headOfRepository } from "./clone-repository.ts";
import { type EditTimes, editSpec } from "./edit-spec.ts";
import { type CachedTimes, timeCached } from "./time-cached.ts";

export interface PipelineOptions {
  /** How often it is cloned; and tested from the cache and edited, in the last clone. */
  rounds: number;
  /** Also with nothing downloaded before. */
  cold: boolean;
  write: boolean;
}

const steps = [
  ["clone", "`git clone`, from this disk"],
  ["install", "pnpm installs"],
  ["run", "everything is built and served, and a run created"],
  ["total", "together"],
] as const;

/** In milliseconds. */
type FirstRun = Record<(typeof steps)[number][0], number>;

/** Measures what a newcomer waits for, from the clone to the first run, and from an edit of the spec to what is built. */
export async function measurePipeline({ rounds, cold, write }: PipelineOptions): Promise<void> {
  const stores = cold ? (["cold", "warm"] as const) : (["warm"] as const);
  const firstRuns: Record<"cold" | "warm", FirstRun[]> = { cold: [], warm: [] };
  let edits: EditTimes[] = [];
  let cached: CachedTimes[] = [];
  for (let round = 1; round <= rounds; round++) {
    for (const store of stores) {
      console.error(`Clone ${round} of ${rounds}, ${store} store`);
      await using clone = await cloneRepository(store);
      firstRuns[store].push(await firstRun(clone));
      if (round === rounds && store === "warm") {
        console.error("Testing from the cache");
        cached = await timeCached(clone, rounds);
        console.error(`Editing ${rounds} times`);
        edits = await editSpec(clone, rounds);
      }
    }
  }

  const report = new Report(
    "From the clone to the first run, and from an edit to what is built",
    `\`pnpm bench:pipeline\`: medians of ${rounds} rounds. A round clones what was committed last in this checkout into a ` +
      "temporary folder, and starts it there with the README's first command. Nothing is built before. A cold store means " +
      "that pnpm and every package are downloaded too.",
  );
  report.table("From the clone to the first run", [
    ["Step", ...stores.flatMap((store) => [`${store} store: s`, "share"])],
    ...steps.map(([step, name]) => [
      name,
      ...stores.flatMap((store) => {
        const values = firstRuns[store].map((times) => times[step]);
        const totals = firstRuns[store].map(({ total }) => total);
        return [inSeconds(values), medianRatio(values, totals).toFixed(2)];
      }),
    ]),
  ]);
  const [mock, docs] = [edits.map((times) => times.mock), edits.map((times) => times.docs)];
  report.table("From an edit of the spec to what is built", [
    ["`pnpm dev`", "shows it after: s", "ratio"],
    ["mock", inSeconds(mock), medianRatio(mock, mock).toFixed(2)],
    ["docs", inSeconds(docs), medianRatio(docs, mock).toFixed(2)],
  ]);
  const [npx, pnpm] = [cached.map((times) => times.npx), cached.map((times) => times.pnpm)];
  report.table("A command that finds everything in the cache", [
    ["Started by", "takes: s", "ratio"],
    ["`npx -y pnpm@12`", inSeconds(npx), medianRatio(npx, pnpm).toFixed(2)],
    ["`pnpm`", inSeconds(pnpm), medianRatio(pnpm, pnpm).toFixed(2)],
  ]);
  report.machine({ Commit: await headOfRepository() });
  await report.print(write ? "PIPELINE.md" : undefined);
}

async function firstRun(clone: Clone): Promise<FirstRun> {
  const before = performance.now();
  const start = clone.start("start", "--mock-port", "0", "--docs-port", "0");
  try {
    await start.printed("Building what changed");
    const install = performance.now() - before;
    await start.printed("human_id");
    const total = clone.milliseconds + performance.now() - before;
    return { clone: clone.milliseconds, install, run: total - clone.milliseconds - install, total };
  } finally {
    await start.stop();
  }
}

const inSeconds = (milliseconds: number[]) => (median(milliseconds) / 1000).toFixed(1);
