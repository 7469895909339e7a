import type { Observer } from "../create-mock.js";
import { summarize } from "../request/violation.js";

/** Makes an observer that writes one line per request, with the reason for a rejection; `verbose` adds the body. */
export function requestLog(write: (text: string) => void, verbose: boolean): Observer {
  return ({ method, path, status, scenario, body, violations, warnings }, milliseconds) => {
    const reasons = [...violations, ...warnings.map((warning) => `warning: ${warning}`)].map((message) => ({
      message,
    }));
    const parts = [
      timeOfDay(),
      method,
      shorten(path, 200),
      status ?? "no response",
      `${milliseconds.toFixed(1)} ms`,
      scenario,
      reasons.length > 0 ? shorten(summarize(reasons), 500) : undefined,
    ];
    const lines = [printable(parts.filter((part) => part !== undefined).join("  "))];
    if (verbose && body !== undefined) lines.push(`  body: ${printable(shorten(JSON.stringify(body), 2000))}`);
    write(`${lines.join("\n")}\n`);
  };
}

const shorten = (text: string, length: number) => (text.length > length ? `${text.slice(0, length)}…` : text);

/** Replaces control characters, so that a request cannot move the cursor or change colours. */
const printable = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]/gu, "�");

let second = 0;
let time = "";

/** Returns the time, such as `23:59:59`; formats it only once a second. */
function timeOfDay(): string {
  const now = Math.floor(Date.now() / 1000);
  if (now !== second) time = new Date().toTimeString().slice(0, 8);
  second = now;
  return time;
}
