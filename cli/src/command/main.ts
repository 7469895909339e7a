#!/usr/bin/env node
import module from "node:module";
import { keyHider } from "../settings/api-key.js";
import { exitCodes } from "../verdict/verdict.js";
import { type InterruptingSignal, Interruption, interruptingSignals, processIo } from "./command-io.js";
import { runCommand } from "./run-command.js";

// Makes Node 22.8 and later start faster.
module.enableCompileCache?.();

// An unexpected exit must never count as a success, nor, as with Node's own 1, as failed tests.
process.exitCode = exitCodes.unknown;
process.on("uncaughtException", (error) => {
  process.stderr.write(`${keyHider(process.env)(String(error.stack))}\n`);
  process.exit(exitCodes.unknown);
});
// The reader of a stream, such as `head`, may stop reading; what was recorded stays recorded.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

const controller = new AbortController();
function interrupt(signal: InterruptingSignal): void {
  const interruption = new Interruption(signal);
  // A second signal does not wait for the request in flight.
  if (controller.signal.aborted) process.exit(interruption.exitCode);
  process.stderr.write("finishing the current request; press Ctrl-C again to stop now\n");
  controller.abort(interruption);
}
for (const signal of interruptingSignals) process.on(signal, () => interrupt(signal));
// A signal that ends npx ends its shell too, but neither forwards it.
if (process.env.npm_execpath && process.platform !== "win32") {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    if (!controller.signal.aborted) interrupt("SIGTERM");
  }, 500);
  timer.unref();
}
process.exitCode = await runCommand(process.argv.slice(2), processIo(controller.signal));
