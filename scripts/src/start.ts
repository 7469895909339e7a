/** `pnpm start`: serves the mock and the docs for newcomers. */
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { buildFirst } from "@testsigma-tms/support/build-first";
import { createCommand } from "@testsigma-tms/support/create-command";
import { wholeNumber } from "@testsigma-tms/support/whole-number";
import { Option } from "commander";
import { stopSignal } from "./process/stop-signal.ts";

interface StartOptions {
  only?: "mock" | "docs";
  mockPort: number;
  docsPort: number;
}

/** The time that open requests have to finish after Ctrl-C, in milliseconds. */
const shutdownGraceMs = 2000;

await createCommand(
  "start",
  "Build every package, serve the mock and the docs, and create a test run. Runs until Ctrl-C.",
  // The action builds by itself, because Ctrl-C must end the build too.
  { builds: [] },
)
  .addOption(new Option("--only <server>", "start only this one").choices(["mock", "docs"]))
  .option("--mock-port <number>", "port of the mock", wholeNumber(0, 65535), 4010)
  .option("--docs-port <number>", "port of the docs", wholeNumber(0, 65535), 4011)
  .addHelpText("after", "\nWhere a port is in use, the next free one is taken. 0 takes any free port.")
  .action(start)
  .parseAsync();

async function start({ only, mockPort, docsPort }: StartOptions): Promise<void> {
  const ports = { mock: mockPort, docs: docsPort };
  const stopped = stopSignal();
  console.log("Building what changed …");
  const isBuilt = await buildFirst(["@testsigma-tms/scripts^..."], { signal: stopped });
  if (stopped.aborted) process.exit();
  if (!isBuilt) {
    console.error('\nNothing was started, because the build failed. Fix the error above, then run "pnpm start" again.');
    process.exit(1);
  }
  // Imported late, because these modules need what was just built.
  const { serve } = await import("./start/serve.ts");
  const { welcome } = await import("./start/welcome.ts");
  const served = await serve(ports, only);
  console.log(welcome(served, ports));

  if (!stopped.aborted) await once(stopped, "abort");
  await Promise.race([served.close(), setTimeout(shutdownGraceMs)]);
  console.log("\nStopped.");
  // An open connection must not keep the process alive.
  process.exit();
}
