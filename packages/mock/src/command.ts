#!/usr/bin/env node
import module, { createRequire } from "node:module";
import { gathered } from "./gathered.js";
import { help } from "./help.js";
import { parseCommand, UsageError } from "./parse-command.js";
import { requestLog } from "./request-log.js";

/** Connections that never finish are cut when the mock was told to stop this long ago, in milliseconds. */
const patience = 10_000;

async function main(): Promise<void> {
  const command = parseCommand(process.argv.slice(2));
  switch (command.run) {
    case "help":
      process.stdout.write(help);
      return;
    case "version":
      process.stdout.write(`${version()}\n`);
      return;
    case "proxy": {
      const { runProxy } = await import("./run-proxy.js");
      process.exitCode = await runProxy(command.args);
      return;
    }
    case "serve":
      return serve(command);
  }
}

/** Node keeps what it compiled of Prism's engine, so that the next start is faster; Node 20 cannot yet. */
const keepCompiledCode = () => module.enableCompileCache?.();

async function serve({ options, verbose }: { options: object; verbose: boolean }): Promise<void> {
  keepCompiledCode();
  const { listen } = await import("./start-mock.js");
  const write = gathered((text) => process.stdout.write(text));
  // A reader of the log that went away must not end the mock.
  process.stdout.on("error", () => {});

  // Nobody reads the journal of a command, and bodies fill the memory.
  const mock = await listen(options, { observe: requestLog(write, verbose), kept: 0 });
  write(`The mock listens at ${mock.url}. Press Ctrl-C to stop it.\n`);

  const stop = () => {
    setTimeout(() => process.exit(0), patience).unref();
    void mock.close();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      process.once(signal, () => process.exit(1));
      stop();
    });
  }
}

const version = () => (createRequire(import.meta.url)("../package.json") as { version: string }).version;

main().catch((error: Error) => {
  const isUsage = error instanceof UsageError || error instanceof TypeError;
  process.stderr.write(`testsigma-mock: ${error.message}\n${isUsage ? "See testsigma-mock --help.\n" : ""}`);
  process.exitCode = isUsage ? 2 : 1;
});
