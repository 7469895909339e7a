import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

/** The built command. */
export const main = fileURLToPath(new URL("../../dist/testsigma-tms.js", import.meta.url));

export const apiKey = "eyJhbGciOiJIUzI1NiJ9.secret.key";

/** Starts the built command in a separate process. */
export function startTestsigma(
  args: string[],
  cwd: string,
  baseUrl: string,
  { nodeOptions = [], environment = {} }: { nodeOptions?: string[]; environment?: Record<string, string> } = {},
): ChildProcess {
  return spawn(process.execPath, [...nodeOptions, main, ...args], {
    cwd,
    env: {
      PATH: process.env.PATH,
      TESTSIGMA_API_KEY: apiKey,
      TESTSIGMA_BASE_URL: baseUrl,
      TESTSIGMA_PROJECT: "DEMO",
      TESTSIGMA_TITLE: "Nightly #1",
      ...environment,
    },
  });
}

export async function ended(child: ChildProcess): Promise<{ exitCode: number | null; out: string; error: string }> {
  const [out, error] = await Promise.all([
    child.stdout ? text(child.stdout) : "",
    child.stderr ? text(child.stderr) : "",
    child.exitCode === null && child.signalCode === null ? once(child, "close") : undefined,
  ]);
  return { exitCode: child.exitCode, out, error };
}

/** Runs the built command to its end. */
export function testsigma(args: string[], cwd: string, baseUrl: string) {
  return ended(startTestsigma(args, cwd, baseUrl));
}

/** Runs the commands of a CI job as its shell does. */
export function runScript(commands: string[], options: SpawnOptions) {
  return ended(spawn("bash", ["-e", "-o", "pipefail", "-c", commands.join("\n")], options));
}

/** Waits until a process has written a text to stderr. */
export function printed({ stderr }: ChildProcess, text: string): Promise<void> {
  return new Promise((resolve) => {
    stderr?.on("data", (chunk) => String(chunk).includes(text) && resolve());
  });
}

/**
 * Writes shell scripts as commands into a folder, with an `npx` that runs the built command. Returns the PATH with them;
 * a name with a slash is a path in the folder instead.
 */
export async function fakeCommands(cwd: string, scripts: Readonly<Record<string, string>>): Promise<string> {
  const npx = `[ "$1" = --no ] && shift\n[ "$1" = @testsigma-tms/cli ] || exit 99\nshift\nexec "${process.execPath}" "${main}" "$@"`;
  await mkdir(join(cwd, "bin"), { recursive: true });
  for (const [name, script] of Object.entries({ npx, ...scripts })) {
    await writeFile(name.includes("/") ? join(cwd, name) : join(cwd, "bin", name), `#!/bin/sh\n${script}\n`, {
      mode: 0o755,
    });
  }
  return [join(cwd, "bin"), process.env.PATH].join(delimiter);
}
