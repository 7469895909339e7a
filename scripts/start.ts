/** `pnpm start`: builds everything, serves the mock and the docs, and creates a test run through the client. */
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { buildEverything } from "./src/build-everything.ts";
import { parseOptions } from "./src/parse-options.ts";
import { parsePort } from "./src/parse-port.ts";
import { runCommand } from "./src/run-command.ts";
import { stopSignal } from "./src/stop-signal.ts";

const help = `Usage: pnpm start [options]

Generates and builds every package, serves the mock and the docs on this machine,
creates a test run through the client, and stays up until Ctrl-C.

  --mock-port <number>   port of the mock (default: 4010)
  --docs-port <number>   port of the docs (default: 4011)
  -h, --help             show this text

A port that is in use is left alone: the next free one is taken. 0 takes any free one.`;

/** How long open requests may take to finish after Ctrl-C, in milliseconds. */
const patience = 2000;

async function start(args: string[]): Promise<void> {
  const options = parseOptions(args, {
    "mock-port": { type: "string", default: "4010" },
    "docs-port": { type: "string", default: "4011" },
    help: { type: "boolean", short: "h" },
  });
  if (options.help) return console.log(help);
  const ports = {
    mock: parsePort("--mock-port", options["mock-port"]),
    docs: parsePort("--docs-port", options["docs-port"]),
  };

  const stopped = stopSignal();
  try {
    await buildEverything(stopped);
  } catch (error) {
    if (stopped.aborted) return;
    throw error;
  }
  // Imported late: these modules need what was just built.
  const { serve } = await import("./src/serve.ts");
  const { welcome } = await import("./src/welcome.ts");
  const served = await serve(ports);
  console.log(welcome(served, ports));

  if (!stopped.aborted) await once(stopped, "abort");
  await Promise.race([served.close(), setTimeout(patience)]);
  console.log("\nStopped.");
}

await runCommand(start);
// An open connection must not keep the process alive.
process.exit();
