import type { ClientOptions } from "@testsigma-tms/client";
import { type Clock, systemClock } from "../service/clock.js";

/** What the command touches outside itself, so that tests can play a terminal and a CI system. */
export interface CommandIo {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** For programs: the run's id, or JSON. */
  readonly writeOut: (text: string) => void;
  /** For people. */
  readonly writeError: (text: string) => void;
  /** People watch: progress moves and colours are shown. */
  readonly isTerminal: boolean;
  readonly clock: Clock;
  /** Aborted by Ctrl-C and SIGTERM. */
  readonly signal: AbortSignal;
  /** Options of the client, besides those that settings give. */
  readonly clientOptions?: Pick<ClientOptions, "fetch" | "maxRetries">;
}

/** This process. */
export function processIo(signal: AbortSignal): CommandIo {
  return {
    environment: process.env,
    cwd: process.cwd(),
    writeOut: (text) => process.stdout.write(text),
    writeError: (text) => process.stderr.write(text),
    isTerminal: process.stderr.isTTY === true,
    clock: systemClock,
    signal,
  };
}
