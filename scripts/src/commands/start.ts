import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import type { Command } from "commander";
import { stopSignal } from "../process/stop-signal.ts";
import { parsePort } from "../start/parse-port.ts";
import { runQuietly } from "../turbo/run-quietly.ts";

interface StartOptions {
  mockPort: number;
  docsPort: number;
}

/** How long open requests may take to finish after Ctrl-C, in milliseconds. */
const shutdownGraceMs = 2000;

export function addStartCommand(program: Command): void {
  program
    .command("start")
    .description("Build every package, serve the mock and the docs, and create a test run. Runs until Ctrl-C.")
    .option("--mock-port <number>", "port of the mock", parsePort, 4010)
    .option("--docs-port <number>", "port of the docs", parsePort, 4011)
    .addHelpText("after", "\nWhere a port is in use, the next free one is taken. 0 takes any free port.")
    .action(start);
}

async function start({ mockPort, docsPort }: StartOptions): Promise<void> {
  const ports = { mock: mockPort, docs: docsPort };
  const stopped = stopSignal();
  console.log("Building what changed …");
  const build = await runQuietly(["build"], ["--filter=@testsigma-tms/scripts^..."], { signal: stopped });
  if (stopped.aborted) process.exit();
  if (build.exitCode !== 0) {
    console.error('\nNothing was started, because the build failed. Fix the error above, then run "pnpm start" again.');
    process.exit(1);
  }
  // Imported late: these modules need what was just built.
  const { serve } = await import("../start/serve.ts");
  const { welcome } = await import("../start/welcome.ts");
  const served = await serve(ports);
  console.log(welcome(served, ports));

  if (!stopped.aborted) await once(stopped, "abort");
  await Promise.race([served.close(), setTimeout(shutdownGraceMs)]);
  console.log("\nStopped.");
  // An open connection must not keep the process alive.
  process.exit();
}
