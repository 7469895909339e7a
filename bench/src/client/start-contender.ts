import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { BundledContender } from "./bundle-contenders.ts";

export interface Turn {
  kind: "create" | "read";
  calls: number;
  atOnce: number;
}

/** A contender in its own process. */
export interface StartedContender extends AsyncDisposable {
  name: string;
  /** Makes the calls of a turn; resolves to the milliseconds that they took. */
  take: (turn: Turn) => Promise<number>;
}

export interface Arena {
  /** A base URL, or `stub` for a stubbed `fetch`. */
  baseUrl: string;
  /** The command that runs a script. */
  runtime: string[];
  /** A file with the certificate of the server. */
  certificate?: string;
}

const program = fileURLToPath(new URL("contender-process.mjs", import.meta.url));

/** Starts a contender, whose first turn is its first call. */
export function startContender({ name, file }: BundledContender, arena: Arena): StartedContender {
  const { baseUrl, runtime, certificate } = arena;
  const [command = "", ...args] = runtime;
  const child = spawn(command, [...args, program, file, baseUrl], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, ...(certificate && { NODE_EXTRA_CA_CERTS: certificate }) },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    name,
    async take(turn) {
      child.stdin.write(`${JSON.stringify(turn)}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`${name} ended before it had responded.`);
      return Number(value);
    },
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      if (child.exitCode === null) await new Promise((resolve) => child.once("close", resolve));
    },
  };
}
