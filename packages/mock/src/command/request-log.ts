import type { Observer } from "../create-mock.js";

/** Makes an observer that writes one line a request; with `verbose`, also its body and what is wrong with it. */
export function requestLog(write: (text: string) => void, verbose: boolean): Observer {
  return ({ method, path, status, scenario, body, violations }, milliseconds) => {
    const parts = [
      timeOfDay(),
      method,
      shorten(path, 200),
      status ?? "given up",
      `${milliseconds.toFixed(1)} ms`,
      scenario,
    ];
    const lines = [parts.filter((part) => part !== undefined).join("  ")];
    if (verbose && body !== undefined) lines.push(`  body: ${shorten(JSON.stringify(body), 2000)}`);
    if (verbose) lines.push(...violations.map((violation) => `  ${violation}`));
    write(`${lines.join("\n")}\n`);
  };
}

const shorten = (text: string, length: number) => (text.length > length ? `${text.slice(0, length)}…` : text);

let second = 0;
let time = "";

/** Such as `23:59:59`; made once a second. */
function timeOfDay(): string {
  const now = Math.floor(Date.now() / 1000);
  if (now !== second) time = new Date().toTimeString().slice(0, 8);
  second = now;
  return time;
}
