#!/usr/bin/env node
import { processIo } from "./command-io.js";
import { Interruption } from "./interruption.js";
import { runCommand } from "./run-command.js";

const controller = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    const interruption = new Interruption(signal);
    // A second one does not wait for the request in flight.
    if (controller.signal.aborted) process.exit(interruption.exitCode);
    controller.abort(interruption);
  });
}
process.exitCode = await runCommand(process.argv.slice(2), processIo(controller.signal));
