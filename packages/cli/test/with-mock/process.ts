import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { MockServer } from "./mock-server.ts";

const main = fileURLToPath(new URL("../../dist/testsigma-tms.js", import.meta.url));

export const apiKey = "eyJhbGciOiJIUzI1NiJ9.secret.key";

/** Starts the built command in a separate process. */
export function startTestsigma(
  args: string[],
  cwd: string,
  { baseUrl }: Pick<MockServer, "baseUrl">,
  nodeOptions: string[] = [],
): ChildProcess {
  return spawn(process.execPath, [...nodeOptions, main, ...args], {
    cwd,
    env: {
      PATH: process.env.PATH,
      TESTSIGMA_API_KEY: apiKey,
      TESTSIGMA_BASE_URL: baseUrl,
      TESTSIGMA_PROJECT: "DEMO",
      TESTSIGMA_TITLE: "Nightly #1",
    },
  });
}

/** Waits for a process to end. */
export async function ended(child: ChildProcess): Promise<{ exitCode: number | null; out: string; error: string }> {
  const [out, error] = await Promise.all([
    child.stdout ? text(child.stdout) : "",
    child.stderr ? text(child.stderr) : "",
    child.exitCode === null && child.signalCode === null ? once(child, "close") : undefined,
  ]);
  return { exitCode: child.exitCode, out, error };
}

/** Runs the built command to its end. */
export function testsigma(args: string[], cwd: string, server: Pick<MockServer, "baseUrl">) {
  return ended(startTestsigma(args, cwd, server));
}

/** Waits until a process has written a text to stderr. */
export function printed({ stderr }: ChildProcess, text: string): Promise<void> {
  return new Promise((resolve) => {
    stderr?.on("data", (chunk) => String(chunk).includes(text) && resolve());
  });
}
