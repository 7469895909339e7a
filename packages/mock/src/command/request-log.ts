import { shorten } from "../messages.js";
import type { Observer } from "../mock/create-mock.js";

/** The offset of UTC to the time of this machine: to print a date in the latter takes as long as a response. */
const offsetMs = new Date().getTimezoneOffset() * 60_000;

/** Makes an observer that writes one line per request, with the reason for a rejection; `verbose` adds the body. */
export function requestLog(write: (text: string) => void, verbose: boolean): Observer {
  return ({ method, path, status, scenario, reason, body, warnings }, milliseconds) => {
    // The reason of a rejection repeats its warnings.
    const notes = reason === undefined ? warnings.map((warning) => `warning: ${warning}`).join("; ") : reason;
    const parts = [
      new Date(Date.now() - offsetMs).toISOString().slice(11, 19),
      method,
      shorten(path, 200),
      status ?? "no response",
      `${milliseconds.toFixed(1)} ms`,
      scenario,
      notes === "" ? undefined : shorten(notes, 500),
    ];
    const lines = [printable(parts.filter((part) => part !== undefined).join("  "))];
    if (verbose && body !== undefined) lines.push(`  body: ${printable(shorten(JSON.stringify(body), 2000))}`);
    write(`${lines.join("\n")}\n`);
  };
}

/** Replaces control characters, so that a request cannot move the cursor or change colours. */
const printable = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]/gu, "�");

/** Collects text and writes it every 20 milliseconds, because a write for each line costs as much as a response. */
export function bufferedWriter(write: (text: string) => void): (text: string) => void {
  let text = "";
  const flush = () => {
    if (text !== "") write(text);
    text = "";
  };
  process.once("exit", flush);
  return (chunk) => {
    if (text === "") setTimeout(flush, 20);
    text += chunk;
  };
}
