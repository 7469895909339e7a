import { oneLine } from "../text/plain-text.js";
import type { CommandIo } from "./command-io.js";

/** Starts showing progress to people: one animated line in a terminal, or one line for each message in a log. */
export async function startProgress({ isTerminal, writeError, hideKey }: CommandIo) {
  if (!isTerminal) return { show: (message: string) => writeError(`${message}\n`), stop: () => undefined };
  const { default: yoctoSpinner } = await import("yocto-spinner");
  const spinner = yoctoSpinner({ text: "starting", stream: process.stderr }).start();
  return {
    show: (message: string) => {
      spinner.text = hideKey(oneLine(message));
    },
    stop: () => {
      spinner.stop();
    },
  };
}
