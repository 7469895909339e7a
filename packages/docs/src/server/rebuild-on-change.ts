import { EventEmitter, once } from "node:events";
import { watch } from "node:fs";
import { setTimeout } from "node:timers/promises";

/** An editor saves a file in several steps; they come within this time, in milliseconds. */
const settleTime = 30;

/**
 * Builds after a change in one of the folders, one run at a time and none before `first` is done; changes meanwhile lead
 * to one more run.
 */
export function rebuildOnChange(folders: string[], build: () => Promise<unknown>, first: Promise<unknown>) {
  const changes = new EventEmitter();
  const stop = new AbortController();
  const { signal } = stop;
  let isDirty = false;
  changes.on("change", () => {
    isDirty = true;
  });
  const watchers = folders.map((folder, index) =>
    watch(folder, { recursive: index > 0 }, () => changes.emit("change")),
  );
  const run = async () => {
    await first;
    while (!signal.aborted) {
      if (!isDirty) await once(changes, "change", { signal });
      await setTimeout(settleTime, undefined, { signal });
      isDirty = false;
      await build();
    }
  };
  const running = run().catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
  return {
    /** Resolves when a run in progress has ended. */
    async close(): Promise<void> {
      stop.abort();
      for (const watcher of watchers) watcher.close();
      await running;
    },
  };
}
