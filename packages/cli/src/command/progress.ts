import type { CommandIo } from "./command-io.js";

/** Shows progress to people: one animated line in a terminal, or one line for each message in a log. */
export interface ProgressLine {
  show(message: string): void;
  stop(): void;
}

/** Starts showing progress. */
export async function startProgress({ isTerminal, writeError }: CommandIo): Promise<ProgressLine> {
  if (!isTerminal) return { show: (message) => writeError(`${message}\n`), stop: () => undefined };
  const { default: yoctoSpinner } = await import("yocto-spinner");
  const spinner = yoctoSpinner({ text: "starting", stream: process.stderr }).start();
  return {
    show: (message) => {
      spinner.text = message;
    },
    stop: () => {
      spinner.stop();
    },
  };
}
