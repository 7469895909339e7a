import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";

/** A process of a runtime. Its output is only shown if it fails: workerd logs each error that it passes on. */
export class RuntimeProcess {
  readonly #child: ChildProcess;
  readonly #exit: Promise<number | null>;
  #written = "";

  constructor([program = "", ...before]: string[], args: string[], env: NodeJS.ProcessEnv = {}) {
    this.#child = spawn(program, [...before, ...args], {
      stdio: ["ignore", "pipe", "pipe", "pipe"],
      env: { ...process.env, ...env },
    });
    for (const output of [this.#child.stdout, this.#child.stderr]) {
      output?.setEncoding("utf8").on("data", (text: string) => {
        this.#written += text;
      });
    }
    this.#exit = once(this.#child, "exit").then(([code]: (number | null)[]) => code ?? null);
    // Avoids an unhandled rejection if the command does not exist; callers of `orFail` still get the error.
    this.#exit.catch(() => undefined);
  }

  /** The output of the process on its fourth stream, where workerd reports its port. */
  get control(): NodeJS.ReadableStream {
    return this.#child.stdio[3] as NodeJS.ReadableStream;
  }

  /** Resolves as the promise does; rejects if the process ends first. */
  orFail<T>(promise: Promise<T>): Promise<T> {
    const failed = this.#exit.then((code) => {
      throw new Error(`The process ended with code ${code} before it reported:\n${this.#written}`);
    });
    return Promise.race([promise, failed]);
  }

  /** Resolves with the exit code, or with `undefined` if the process still runs after this time. */
  exitCode(withinMs: number): Promise<number | null | undefined> {
    return Promise.race([this.#exit, wait(withinMs, undefined, { ref: false })]);
  }

  end(): void {
    this.#child.kill();
  }
}
