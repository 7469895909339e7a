import { constants } from "node:os";

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
