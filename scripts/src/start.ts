/** `pnpm start`: serves the mock, Prism and the docs for newcomers. */
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { buildFirst } from "./build-first.ts";
import { stopSignal } from "./process/stop-signal.ts";
import { type ServeOptions, serveCommand, servedPackages } from "./start/serve-command.ts";

/** The time that open requests have to finish after Ctrl-C, in milliseconds. */
const shutdownGraceMs = 2000;

await serveCommand(
  "start",
  "Build every package, serve the mock, Prism and the docs, and create a test run. Runs until Ctrl-C.",
)
  .action(start)
  .parseAsync();

async function start(options: ServeOptions): Promise<void> {
  const stopped = stopSignal();
  console.log("Building what changed …");
  const isBuilt = await buildFirst(servedPackages, { signal: stopped });
  if (stopped.aborted) process.exit();
  if (!isBuilt) {
    console.error('\nNothing was started, because the build failed. Fix the error above, then run "pnpm start" again.');
    process.exit(1);
  }
  // Imported late, because these modules need what was just built.
  const { movedServers, serve } = await import("./start/serve.ts");
  const { addressesOf, welcome } = await import("./start/welcome.ts");
  const served = await serve(options);
  const parts = [movedServers(served, options).join("\n"), addressesOf(served), await welcome(served)];
  console.log(`\n${[...parts, "Press Ctrl-C to stop."].filter(Boolean).join("\n\n")}`);

  if (!stopped.aborted) await once(stopped, "abort");
  await Promise.race([served[Symbol.asyncDispose](), setTimeout(shutdownGraceMs)]);
  console.log("\nStopped.");
  // An open connection must not keep the process alive.
  process.exit();
}
