import { constants } from "node:os";

/** Thrown when the user or the system asks the command to stop. */
export class Interruption extends Error {
  override readonly name = "Interruption";
  /** 128 plus the number of the signal, as in a shell. */
  readonly exitCode: number;

  constructor(signal: "SIGINT" | "SIGTERM") {
    super(`interrupted by ${signal}`);
    this.exitCode = 128 + constants.signals[signal];
  }
}
