import type { ClientOptions } from "@testsigma-tms/client";
import { type Clock, systemClock } from "../service/clock.js";
import { ciName } from "../settings/ci.js";
import { colouredText, escapedControls, plainText } from "../text/plain-text.js";

/** Everything outside the command that it uses, so that tests can simulate a terminal and a CI system. */
export interface CommandIo {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Name of the CI system according to ci-info; `undefined` outside CI. */
  readonly ciName: string | undefined;
  readonly cwd: string;
  /** Writes output for programs: the run's id, or JSON. */
  readonly writeOut: (text: string) => void;
  /** Writes output for people. */
  readonly writeError: (text: string) => void;
  /** Writes commands to the CI system, each on its own line. The other two functions never write such commands. */
  readonly writeCommands?: (text: string) => void;
  /** True if people are watching, so that progress is animated and colours are shown. */
  readonly isTerminal: boolean;
  readonly clock: Clock;
  /** Aborted by Ctrl-C and SIGTERM, and by the deadline. */
  readonly signal: AbortSignal;
  /** Aborted when the `--timeout` expires; this also aborts the request in flight. */
  readonly deadline?: AbortSignal | undefined;
  /** Options of the client, besides those that come from settings. */
  readonly clientOptions?: Pick<ClientOptions, "fetch" | "maxRetries">;
}

/** Returns the I/O of this process. */
export function processIo(signal: AbortSignal): CommandIo {
  return {
    environment: process.env,
    ciName,
    cwd: process.cwd(),
    writeOut: (text) => process.stdout.write(text),
    writeError: (text) => process.stderr.write(text),
    isTerminal: process.stderr.isTTY === true,
    clock: systemClock,
    signal,
  };
}

/**
 * Makes output for people and programs inert, so that no line of it is a command to a CI system or to a terminal. Names
 * of files and texts of the service get here too.
 */
export function withInertOutput(io: CommandIo): CommandIo {
  const clean = io.isTerminal ? colouredText : plainText;
  return {
    ...io,
    writeOut: (text) => io.writeOut(inert(escapedControls(text), "#\\u0023")),
    writeError: (text) => io.writeError(inert(clean(text), "# #")),
    writeCommands: io.writeError,
  };
}

/**
 * Breaks up commands to CI systems: GitHub reads `::name::` at the start of a line and `##[name]` anywhere, Azure reads
 * `##vso[`, and TeamCity reads `##teamcity[`.
 */
function inert(text: string, hashes: string): string {
  return text.replace(/##(?=\w*\[)/g, hashes).replace(/^(\s*):(?=:)/gm, "$1: ");
}
