import { constants } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import type { ClientOptions } from "@testsigma-tms/client";
import type { Clock } from "../apply/apply-context.js";
import { type Environment, keyHider } from "../settings/api-key.js";
import { ciName } from "../settings/ci.js";
import { colouredText, escapedControls, plainText } from "../text/plain-text.js";

/** Everything outside the command that it uses, so that tests can simulate a terminal and a CI system. */
export interface CommandIo {
  readonly environment: Environment;
  /** Name of the CI system according to ci-info; `undefined` outside CI. */
  readonly ciName: string | undefined;
  readonly cwd: string;
  /** Writes output for programs: the run's id, or JSON. */
  readonly writeOut: (text: string) => void;
  /** Writes output for people. */
  readonly writeError: (text: string) => void;
  /** Writes commands to the CI system, each on its own line. The other two functions never write such commands. */
  readonly writeCommands?: (text: string) => void;
  /** Hides the API key in a text. All output passes through it; files and texts for the service must too. */
  readonly hideKey: (text: string) => string;
  /** Standard input, for `-`. */
  readonly stdin: AsyncIterable<Uint8Array>;
  /** The last problem of a request that was tried again, for the verdict. */
  readonly trouble?: { last?: string };
  /** Whether errors are shown with their stack. */
  readonly isDebug?: boolean;
  /** Whether people are watching, so that progress is animated. */
  readonly isTerminal: boolean;
  readonly clock: Clock;
  /** Aborted by Ctrl-C and SIGTERM, and by the deadline. */
  readonly signal: AbortSignal;
  /** Aborted when the `--timeout` expires; this also aborts the request in flight. */
  readonly deadline?: AbortSignal | undefined;
  /** Options of the client, besides those that come from settings. */
  readonly clientOptions?: Pick<ClientOptions, "fetch" | "maxRetries" | "beforeAttempt">;
}

const systemClock: Clock = {
  now: () => performance.now(),
  async sleep(ms, signal) {
    try {
      await delay(ms, undefined, signal ? { signal } : {});
    } catch (cause) {
      signal?.throwIfAborted();
      throw cause;
    }
  },
};

export function processIo(signal: AbortSignal): CommandIo {
  return {
    environment: process.env,
    ciName,
    cwd: process.cwd(),
    writeOut: (text) => process.stdout.write(text),
    writeError: (text) => process.stderr.write(text),
    hideKey: keyHider(process.env),
    stdin: process.stdin,
    isTerminal: process.stderr.isTTY === true,
    clock: systemClock,
    signal,
  };
}

/**
 * Makes output harmless, even if its text comes from a report: no line is a command to a CI system or to a terminal, and no
 * text shows the API key. Names of files and texts of the service get here too.
 */
export function withSafeOutput(io: CommandIo): CommandIo {
  const hideKey = keyHider(io.environment);
  const clean = hasColors(io) ? colouredText : plainText;
  return {
    ...io,
    hideKey,
    writeOut: (text) => io.writeOut(inert(hideKey(escapedControls(text)), "#\\u0023")),
    writeError: (text) => io.writeError(inert(hideKey(clean(text)), "# #")),
    writeCommands: (text) => io.writeError(hideKey(text)),
  };
}

/** Returns whether output for people has colours: in a terminal, unless FORCE_COLOR or NO_COLOR decides otherwise. */
export function hasColors({ environment: { FORCE_COLOR, NO_COLOR }, isTerminal }: CommandIo): boolean {
  if (NO_COLOR) return false;
  return FORCE_COLOR ? !["0", "false"].includes(FORCE_COLOR) : isTerminal;
}

/**
 * Breaks up commands to CI systems: GitHub reads `::name::` at the start of a line and `##[name]` anywhere, Azure reads
 * `##vso[`, and TeamCity reads `##teamcity[`.
 */
function inert(text: string, hashes: string): string {
  return text.replace(/##(?=\w*\[)/g, hashes).replace(/^(\s*):(?=:)/gm, "$1: ");
}

/** The signals that stop the command and its test command. Without a listener, SIGHUP would leave the latter running. */
export const interruptingSignals = ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"] as const;

export type InterruptingSignal = (typeof interruptingSignals)[number];

/** Thrown when the user or the system asks the command to stop. */
export class Interruption extends Error {
  override readonly name = "Interruption";
  /** 128 plus the number of the signal, as in a shell. */
  readonly exitCode: number;

  readonly signal: InterruptingSignal;

  constructor(signal: InterruptingSignal) {
    super(`interrupted by ${signal}`);
    this.signal = signal;
    this.exitCode = 128 + constants.signals[signal];
  }
}
