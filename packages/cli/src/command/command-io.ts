import type { ClientOptions } from "@testsigma-tms/client";
import ciInfo from "ci-info";
import { type Clock, systemClock } from "../service/clock.js";

/** What the command touches outside itself, so that tests can play a terminal and a CI system. */
export interface CommandIo {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Name of the CI system, as ci-info has it; `undefined` outside CI. */
  readonly ciName: string | undefined;
  readonly cwd: string;
  /** For programs: the run's id, or JSON. */
  readonly writeOut: (text: string) => void;
  /** For people. */
  readonly writeError: (text: string) => void;
  /** For the CI system: commands in lines of their own, which the other two never write. */
  readonly writeCommands?: (text: string) => void;
  /** People watch: progress moves and colours are shown. */
  readonly isTerminal: boolean;
  readonly clock: Clock;
  /** Aborted by Ctrl-C and SIGTERM, and by the deadline. */
  readonly signal: AbortSignal;
  /** Aborted when the time of `--timeout` is over; then the request in flight is aborted too. */
  readonly deadline?: AbortSignal | undefined;
  /** Options of the client, besides those that settings give. */
  readonly clientOptions?: Pick<ClientOptions, "fetch" | "maxRetries">;
}

/** This process. */
export function processIo(signal: AbortSignal): CommandIo {
  return {
    environment: process.env,
    ciName: ciInfo.isCI ? (ciInfo.name ?? "CI") : undefined,
    cwd: process.cwd(),
    writeOut: (text) => process.stdout.write(text),
    writeError: (text) => process.stderr.write(text),
    isTerminal: process.stderr.isTTY === true,
    clock: systemClock,
    signal,
  };
}

/** Makes what is written for people and programs inert: no line of it is a command of a CI system. */
export function withInertOutput(io: CommandIo): CommandIo {
  return {
    ...io,
    writeOut: (text) => io.writeOut(inert(text, "#\\u0023")),
    writeError: (text) => io.writeError(inert(text, "# #")),
    writeCommands: io.writeError,
  };
}

/** GitHub reads `::name::` at the start of a line and `##[name]` anywhere, Azure `##vso[`, TeamCity `##teamcity[`. */
function inert(text: string, hashes: string): string {
  return text.replace(/##(?=\w*\[)/g, hashes).replace(/^(\s*):(?=:)/gm, "$1: ");
}
