#!/usr/bin/env node
import module from "node:module";

// Node 22.8 and later start quicker with it.
module.enableCompileCache?.();

const [{ processIo }, { Interruption }, { runCommand }] = await Promise.all([
  import("./command-io.js"),
  import("./interruption.js"),
  import("./run-command.js"),
]);

const controller = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    const interruption = new Interruption(signal);
    // A second one does not wait for the request in flight.
    if (controller.signal.aborted) process.exit(interruption.exitCode);
    process.stderr.write("stopping after the request in flight; once more stops at once\n");
    controller.abort(interruption);
  });
}
process.exitCode = await runCommand(process.argv.slice(2), processIo(controller.signal));
