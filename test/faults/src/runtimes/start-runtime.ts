import { setTimeout as wait } from "node:timers/promises";
import { x } from "tinyexec";

/** A process of a runtime. Its output is only shown if it fails: workerd logs each error that it passes on. */
export function startRuntime([program = "", ...before]: string[], args: string[]) {
  const started = x(program, [...before, ...args], { nodeOptions: { stdio: ["ignore", "pipe", "pipe", "pipe"] } });

  return {
    /** The output of the process on its fourth stream, where workerd reports its port. */
    control: started.process?.stdio[3] as NodeJS.ReadableStream,

    /** Resolves as the promise does; rejects if the process ends first. */
    orFail<T>(promise: Promise<T>): Promise<T> {
      const failed = started.then(({ exitCode, stdout, stderr }): never => {
        throw new Error(`The process ended with code ${exitCode} before it reported:\n${stdout}${stderr}`);
      });
      return Promise.race([promise, Promise.resolve(failed)]);
    },

    /** Resolves with the exit code, or with `undefined` if the process still runs after this time. */
    exitCode: (withinMs: number) =>
      Promise.race([started.then(({ exitCode }) => exitCode), wait(withinMs, undefined, { ref: false })]),

    end: () => started.kill(),
  };
}
